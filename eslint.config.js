import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist/", "reports/", "node_modules/", "test/cases/"] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ["bin/*.js", "eslint.config.js"] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: { eqeqeq: "error" },
  },
  { files: ["**/*.js"], ...tseslint.configs.disableTypeChecked },
);
