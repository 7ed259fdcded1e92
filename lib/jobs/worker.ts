import "server-only";
import { Logger, type Runner, run } from "graphile-worker";
import { forgetFile } from "@/lib/files/forget";
import { tellPerson } from "@/lib/inbox/tell";
import { lookForAll, lookForPerson } from "@/lib/saved-searches/look";
import { sendLetter } from "./letters";
import type { Jobs } from "./queue";
import { tidy } from "./tidy";

const tasks: { [N in keyof Jobs]: (payload: Jobs[N]) => Promise<void> } = {
  "send-mail": ({ mailId }) => sendLetter(mailId),
  "tell-person": ({ personId }) => tellPerson(personId),
  "look-for-all": () => lookForAll(),
  "look-for-person": ({ personId }) => lookForPerson(personId),
  "forget-file": ({ fileId }) => forgetFile(fileId),
  tidy: () => tidy(),
};

let running: Promise<Runner> | null = null;

/** Works through the queue inside the server's process. Any number of instances share one queue. */
export function startWorker(connectionString: string): Promise<Runner> {
  running ??= run({
    connectionString,
    concurrency: 2,
    maxPoolSize: 3,
    noHandleSignals: true,
    crontab: "17 3 * * * tidy ?jobKey=tidy\n23 * * * * look-for-all ?jobKey=look-for-all",
    taskList: Object.fromEntries(
      Object.entries(tasks).map(([name, task]) => [
        name,
        (payload: unknown) => (task as (given: unknown) => Promise<void>)(payload),
      ]),
    ),
    // Only what went wrong; that a job ran is in the database.
    logger: new Logger(() => (level, message) => {
      if (level === "error" || level === "warning") console.error("jobs:", message);
    }),
  });
  return running;
}
