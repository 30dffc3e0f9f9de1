// The whole product, running as people meet it: the built pages, RDAP and WHOIS, the mail room, a real SMTP server on loopback,
// and the clock's work. Its clock runs, and a test may put it forward.
import { existsSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { pino } from "pino";
import PostalMime from "postal-mime";
import type { Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { closeDueElections } from "#app/modules/elections/index.server.ts";
import { registerMailRoom } from "#app/modules/notifications/index.server.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { Context, Ground } from "#app/platform/context.server.ts";
import { withActor } from "#app/platform/context.server.ts";
import { openDatabase } from "#app/platform/database/database.server.ts";
import { markAsDemonstration } from "#app/platform/demonstration-mark.server.ts";
import { systemRandomness } from "#app/platform/randomness.server.ts";
import { readSettings } from "#app/platform/settings.server.ts";
import { followRegister } from "#app/processes/follow-register.ts";
import { startMailRoom } from "#app/processes/mail-room.ts";
import { repeat } from "#app/processes/repeat.ts";
import { startWeb } from "#app/processes/web.ts";
import { startWhois } from "#app/processes/whois.ts";
import { migrateDatabase } from "#prisma/migrate.mjs";
import { throwawayFolder } from "#prisma/throwaway-folder.mjs";

const buildPath = fileURLToPath(new URL("../../build/server/index.js", import.meta.url));

/** The machine's time, put forward as the story needs. */
class ForwardClock implements Clock {
  #ahead = 0;

  now(): Date {
    return new Date(Date.now() + this.#ahead);
  }

  goTo(instant: Date): void {
    this.#ahead = instant.getTime() - Date.now();
  }
}

export interface RunningHouse {
  readonly baseUrl: string;
  readonly whoisPort: number;
  readonly ground: Ground;
  /** Somebody with a shell on the machine, for what a story presupposes. */
  readonly context: Context;
  readonly clock: ForwardClock;
  /** Every mail that arrived, oldest first. */
  readonly mails: readonly Email[];
  /** Waits until a mail has arrived for the address whose text fits. */
  mailFor(address: string, text: RegExp): Promise<Email>;
  stop(): Promise<void>;
}

/**
 * Starts everything on free ports with an empty SQLite database. `npm test` builds the pages before.
 * `furnish` fills the database before the mail room and the clock's work begin.
 */
export async function startHouse(
  furnish: (ground: Ground) => Promise<void> = async () => undefined,
): Promise<RunningHouse> {
  if (!existsSync(buildPath))
    throw new Error("The pages are not built. Run npm test, or node app/processes/start.mjs --prepare-only.");
  const folder = throwawayFolder("plenaria-house-");
  const post = await startPostOffice();
  const port = await freePort();
  const baseUrl = `http://localhost:${port}`;
  const ground = await layTestGround(folder, baseUrl, port);
  const clock = ground.clock as ForwardClock;
  await markAsDemonstration(withActor(ground, { kind: "command-line", name: "journey" }));
  await registerMailRoom(ground, { folder });
  await furnish(ground);
  const mailRoom = await startMailRoom(ground, { folder, smtpUrl: post.url, restMs: 100 });
  const closing = repeat("closing", 200, ground.log, async () => void (await closeDueElections(ground)));
  const following = await followRegister(ground);
  const whois = await startWhois(ground, following.directory, { port: 0 });
  const web = await startWeb(ground, (await import(buildPath)) as ServerBuild, port, following.directory);
  return {
    baseUrl,
    whoisPort: whois.port,
    ground,
    context: withActor(ground, { kind: "command-line", name: "journey" }),
    clock,
    mails: post.mails,
    mailFor: (address, text) => waitForMail(post.mails, address, text),
    async stop() {
      await closing.stop();
      await mailRoom.stop();
      await web.close();
      await whois.stop();
      await following.stop();
      await post.stop();
      await ground.database.$disconnect();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function layTestGround(folder: string, baseUrl: string, port: number): Promise<Ground> {
  const databaseUrl = `file:${join(folder, "house.db")}`;
  await migrateDatabase(databaseUrl);
  const environment = { DATABASE_URL: databaseUrl, PLENARIA_FOLDER: folder, PLENARIA_URL: baseUrl, PORT: String(port) };
  const settings = readSettings(environment, "journeys have a secret of their own, and it is long enough");
  if (!settings.ok) throw new Error(JSON.stringify(settings.error));
  return {
    settings: settings.value,
    database: await openDatabase(databaseUrl),
    clock: new ForwardClock(),
    random: systemRandomness,
    log: pino({ level: process.env["LOG_LEVEL"] ?? "fatal" }, pino.destination(2)),
  };
}

async function startPostOffice() {
  const mails: Email[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onData(stream, _session, done) {
      const pieces: Buffer[] = [];
      stream.on("data", (piece: Buffer) => pieces.push(piece));
      stream.on("end", () => {
        void PostalMime.parse(Buffer.concat(pieces)).then((mail) => {
          mails.push(mail);
          done();
        }, done);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

async function waitForMail(mails: readonly Email[], address: string, text: RegExp): Promise<Email> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const found = mails.find(
      (mail) => mail.to?.some((to) => to.address === address) && text.test(`${mail.subject}\n${mail.text}`),
    );
    if (found !== undefined) return found;
    await sleep(100);
  }
  const arrived = mails.map((mail) => `${mail.to?.[0]?.address}: ${mail.subject}`).join("\n");
  throw new Error(`no mail for ${address} that says ${text}. Arrived:\n${arrived}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
