import "server-only";
import { Logger, type Runner, run } from "graphile-worker";
import { tendAsks } from "@/lib/asks/tend";
import { remindAll } from "@/lib/calendars/remind";
import { askAboutCommitments } from "@/lib/commitments/asks";
import { forgetFile } from "@/lib/files/forget";
import { readMailbox } from "@/lib/inbound/read-mailbox";
import { gatherNews } from "@/lib/inbox/gather";
import { tellPerson } from "@/lib/inbox/tell";
import { tendPolls } from "@/lib/polls/tend";
import { lookForAll, lookForPerson } from "@/lib/saved-searches/look";
import { materialiseAll } from "@/lib/series/materialise";
import { closeOver, releaseSeats } from "@/lib/sessions/nightly";
import { recheckClocks } from "@/lib/sessions/recheck";
import { releaseAbandoned } from "./abandoned";
import { sendLetter } from "./letters";
import type { Jobs } from "./queue";
import { tidy } from "./tidy";

const tasks: { [N in keyof Jobs]: (payload: Jobs[N]) => Promise<void> } = {
  "send-mail": ({ mailId }) => sendLetter(mailId),
  "tell-person": ({ personId }) => tellPerson(personId),
  "look-for-all": () => lookForAll(),
  "look-for-person": ({ personId }) => lookForPerson(personId),
  "forget-file": ({ fileId }) => forgetFile(fileId),
  "ask-about-commitments": () => askAboutCommitments(),
  "gather-news": () => gatherNews(),
  remind: () => remindAll(),
  "read-mailbox": () => readMailbox(),
  "release-abandoned": () => releaseAbandoned(),
  "tend-polls": () => tendPolls(),
  "tend-asks": () => tendAsks(),
  "materialise-series": () => materialiseAll(),
  "recheck-clocks": () => recheckClocks(),
  "close-over": () => closeOver(),
  "release-seats": () => releaseSeats(),
  tidy: () => tidy(),
};

/** When what comes round by itself is due; minutes in UTC. Each runs once, however many instances there are. */
const CRONTAB = [
  "* * * * * release-abandoned ?jobKey=release-abandoned",
  "*/5 * * * * remind ?jobKey=remind",
  // In a queue of its own: one visitor at a time. The next minute is the next attempt.
  "* * * * * read-mailbox ?jobKey=read-mailbox&queue=read-mailbox&max=1",
  "17 3 * * * tidy ?jobKey=tidy",
  "7 2 * * * recheck-clocks ?jobKey=recheck-clocks",
  "27 2 * * * materialise-series ?jobKey=materialise-series",
  "47 2 * * * close-over ?jobKey=close-over",
  "3 * * * * release-seats ?jobKey=release-seats",
  "53 * * * * tend-polls ?jobKey=tend-polls",
  "13 * * * * tend-asks ?jobKey=tend-asks",
  "23 * * * * look-for-all ?jobKey=look-for-all",
  // Few working days begin at another minute of the hour than at one of these.
  "1,31 * * * * gather-news ?jobKey=gather-news",
  "41 * * * * ask-about-commitments ?jobKey=ask-about-commitments",
];

let running: Promise<Runner> | null = null;

/** Works through the queue inside the server's process. Any number of instances share one queue. */
export function startWorker(connectionString: string): Promise<Runner> {
  running ??= run({
    connectionString,
    concurrency: 2,
    maxPoolSize: 3,
    noHandleSignals: true,
    crontab: CRONTAB.join("\n"),
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
