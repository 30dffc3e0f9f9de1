// A real SMTP server on loopback that keeps what it gets, and refuses or hangs up when a test says so.
import { SMTPServer } from "smtp-server";
import type { SMTPServerDataStream } from "smtp-server";

export interface ReceivedMail {
  /** The return path. */
  readonly from: string;
  readonly to: readonly string[];
  readonly message: Buffer;
}

export interface PostServer {
  readonly port: number;
  readonly mails: ReceivedMail[];
  answer: () => { responseCode: number; message: string } | "hang up" | undefined;
  received(count: number): Promise<ReceivedMail[]>;
  close(): Promise<void>;
}

export async function startPostServer(): Promise<PostServer> {
  const mails: ReceivedMail[] = [];
  const smtp = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onData(stream: SMTPServerDataStream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const answer = post.answer();
        if (typeof answer === "object") return callback(Object.assign(new Error(answer.message), answer));
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? "" : mailFrom.address;
        mails.push({ from, to: rcptTo.map((each) => each.address), message: Buffer.concat(chunks) });
        if (answer === "hang up")
          for (const connection of smtp.connections)
            (connection as unknown as { _socket: { destroy(): void } })._socket.destroy();
        else callback();
      });
    },
  });
  smtp.on("error", () => undefined);
  await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", () => resolve()));
  const address = smtp.server.address();
  const post: PostServer = {
    port: typeof address === "object" && address !== null ? address.port : 0,
    mails,
    answer: () => undefined,
    async received(count) {
      await until(async () => mails.length >= count);
      return mails;
    },
    close: () => new Promise((resolve) => smtp.close(() => resolve())),
  };
  return post;
}

export async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("it did not happen within 20 seconds");
}
