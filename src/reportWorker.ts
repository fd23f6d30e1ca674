/** The process in which reports are made. */
import { answerJobs } from "./engine/notebook/build/worker.js";
import { project } from "./project.js";

answerJobs(project);
