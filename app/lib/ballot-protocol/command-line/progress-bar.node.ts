// A progress bar on a terminal, only once something has taken more than two seconds.

const patience = 2000;
const width = 30;

/** Draws progress on a stream. */
export class ProgressBar {
  private readonly write: (text: string) => void;
  private readonly startedAt = performance.now();
  private isVisible = false;

  constructor(write: (text: string) => void) {
    this.write = write;
  }

  show(done: number, total: number): void {
    if (!this.isVisible && performance.now() - this.startedAt < patience) return;
    this.isVisible = true;
    const filled = Math.round((width * done) / Math.max(total, 1));
    this.write(`\r[${"#".repeat(filled)}${".".repeat(width - filled)}] ${done}/${total} ballots`);
  }

  end(): void {
    if (this.isVisible) this.write(`\r${" ".repeat(width + 40)}\r`);
  }
}
