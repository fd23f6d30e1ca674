/** Beside what imports it when a notebook first asks in SQL. */
export { sqlTables } from "./councils/frames/sqlTables.js";
