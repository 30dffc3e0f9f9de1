// A progress bar for work of more than two seconds, only where a person looks at a terminal.
import cliProgress from "cli-progress";

/** How often and from when the bar is drawn. */
const patienceInMilliseconds = 2000;

export interface Progress {
  /** So much of it is done. */
  update(done: number, total: number): void;
  /** Takes the bar away. */
  stop(): void;
}

/**
 * A bar that appears once two seconds have passed. `stream` is standard error, so that standard output stays clean;
 * `elapsed` gives milliseconds since the start.
 */
export function startProgress(
  title: string,
  stream: NodeJS.WriteStream = process.stderr,
  elapsed: () => number = stopwatch(),
): Progress {
  if (!stream.isTTY) return { update: () => undefined, stop: () => undefined };
  let bar: cliProgress.SingleBar | undefined;
  return {
    update(done, total) {
      if (bar === undefined && elapsed() < patienceInMilliseconds) return;
      bar ??= startBar(title, stream, done, total);
      bar.setTotal(total);
      bar.update(done);
    },
    stop: () => bar?.stop(),
  };
}

function startBar(title: string, stream: NodeJS.WriteStream, done: number, total: number): cliProgress.SingleBar {
  const bar = new cliProgress.SingleBar({
    stream,
    clearOnComplete: true,
    hideCursor: true,
    format: `${title} {bar} {percentage} % · {value} of {total}`,
    barCompleteChar: "█",
    barIncompleteChar: "░",
  });
  bar.start(total, done);
  return bar;
}

function stopwatch(): () => number {
  const started = process.hrtime.bigint();
  return () => Number(process.hrtime.bigint() - started) / 1e6;
}
