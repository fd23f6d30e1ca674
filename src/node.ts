/** What scripts in Node import as `ninefold/node`: what needs files. */
export {};
