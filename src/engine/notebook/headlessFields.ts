/** Makes a document's forms and their fields answer as a browser's do, where linkedom's do not. */
export function giveFields(document: Document): void {
  // A form gives its fields by their names.
  const create = document.createElement.bind(document);
  const fields: ProxyHandler<object> = {
    get(target, key, receiver: HTMLFormElement) {
      if (typeof key === "symbol" || key in target)
        return Reflect.get(target, key, receiver) as unknown;
      return [...receiver.querySelectorAll("[name]")].find(
        (one) => one.getAttribute("name") === key,
      );
    },
  };
  const element = Object.getPrototypeOf(create("form")) as object;
  const form = new Proxy(Object.create(element) as object, fields);
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const made = create(name, options);
    if (made.localName === "form") Object.setPrototypeOf(made, form);
    return made;
  };
  Object.defineProperty(Object.getPrototypeOf(create("input")), "valueAsNumber", {
    configurable: true,
    get(this: HTMLInputElement) {
      return this.value === "" ? NaN : Number(this.value);
    },
    set(this: HTMLInputElement, value: number) {
      this.value = String(value);
    },
  });
  Object.defineProperties(Object.getPrototypeOf(create("select")) as object, {
    selectedIndex: {
      configurable: true,
      get(this: HTMLSelectElement) {
        const chosen = optionsOf(this).findIndex((option) => option.hasAttribute("selected"));
        // One that shows a single option shows its first where none is chosen.
        return chosen < 0 && !this.multiple && optionsOf(this).length > 0 ? 0 : chosen;
      },
      set(this: HTMLSelectElement, index: number) {
        optionsOf(this).forEach((option, i) => option.toggleAttribute("selected", i === index));
      },
    },
    selectedOptions: {
      configurable: true,
      get(this: HTMLSelectElement) {
        const { selectedIndex } = this;
        return optionsOf(this).filter((option, i) =>
          this.multiple ? option.hasAttribute("selected") : i === selectedIndex,
        );
      },
    },
    value: {
      configurable: true,
      get(this: HTMLSelectElement) {
        return optionsOf(this)[this.selectedIndex]?.value ?? "";
      },
      set(this: HTMLSelectElement, value: unknown) {
        this.selectedIndex = optionsOf(this).findIndex((option) => option.value === String(value));
      },
    },
  });
}

const optionsOf = (select: HTMLSelectElement) =>
  Array.from(select.querySelectorAll<HTMLOptionElement>("option"));
