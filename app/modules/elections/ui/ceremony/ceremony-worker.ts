// The worker: a thread of its own in the browser, so that the page stays awake while keys and codes are made.
import type { AnswerMessage, QuestionMessage } from "./ceremony-requests.ts";
import { layCeremonyDesk } from "./ceremony-work.ts";

declare const self: DedicatedWorkerGlobalScope;

let current = 0;
const desk = layCeremonyDesk({
  random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  onProgress: (done, of) => {
    // Why not every one: thousands of messages would slow the page that draws the bar.
    if (done % 20 === 0 || done === of) reply({ id: current, kind: "progress", done, of });
  },
});

self.addEventListener("message", (event: MessageEvent<QuestionMessage>) => {
  const { id, name, asked } = event.data;
  current = id;
  const work = desk[name] as (asked: unknown) => Promise<unknown>;
  work(asked).then(
    (answer) => reply({ id, kind: "answer", answer }),
    (fault: unknown) => reply({ id, kind: "fault", message: fault instanceof Error ? fault.message : String(fault) }),
  );
});

function reply(message: AnswerMessage): void {
  self.postMessage(message);
}
