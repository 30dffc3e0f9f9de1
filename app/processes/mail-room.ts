// The mail room: the only program that can open what mails say. It sends by SMTP, or keeps mails in the demonstration's mailbox.
// Runs beside the web server, better as another user of the machine: node --import tsx app/processes/mail-room.ts
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import nodemailer from "nodemailer";
import type { Ground } from "#app/platform/context.server.ts";
import { requiresStartTls } from "#app/platform/settings.server.ts";
import { completeCodeMail, completeRollMail } from "#app/modules/elections/index.server.ts";
import type { AddressedLetter, Departure, Fate, MailRoom } from "#app/modules/notifications/index.server.ts";
import {
  deliverMails,
  fateOf,
  keepMail,
  mailRoomRecipient,
  registerMailRoom,
  returnPathOf,
} from "#app/modules/notifications/index.server.ts";
import { spokenFingerprint } from "#app/lib/spoken-fingerprint/index.ts";
import { renderLetter } from "#emails/catalogue.ts";
import { layGround } from "./ground.ts";
import { refuseRealDatabase } from "./state-of-database.ts";

export interface MailRoomOptions {
  /** The folder of the mail room's key and, in demonstration mode, of the mailbox. */
  readonly folder: string;
  readonly smtpUrl?: string;
  /** Registers this mail room's key in the place of another one's. */
  readonly isReplacing?: boolean;
  /** How long to rest when nothing waits. */
  readonly restMs?: number;
}

export interface RunningMailRoom {
  /** Finishes the mails that are on their way, then stops. */
  stop(): Promise<void>;
}

/** Starts the mail room; resolves once its key is registered, so that mails can be sealed. */
export async function startMailRoom(ground: Ground, options: MailRoomOptions): Promise<RunningMailRoom> {
  const isDemonstration = ground.settings.mode === "demonstration";
  const identity = await registerMailRoom(ground, options);
  const smtp = options.smtpUrl === undefined ? undefined : openSmtp(options.smtpUrl);
  const room: MailRoom = {
    ground,
    identity,
    render: (template, language, properties) =>
      renderLetter(template, language, properties, { baseUrl: ground.settings.baseUrl, isDemonstration }),
    completions: completionsOf(ground),
    send: (letter) => sendLetter(ground, letter, smtp, isDemonstration ? options.folder : undefined),
    messageIdOf: (key) => messageId(key, ground.settings.baseUrl),
  };
  const rest = new Rest(options.restMs ?? (isDemonstration ? 1000 : 5000));
  const working = work(room, rest);
  return {
    async stop() {
      rest.end();
      await working;
      smtp?.close();
    },
  };
}

/** The mails of which not everything was sealed. */
export function completionsOf(ground: Ground): NonNullable<MailRoom["completions"]> {
  return {
    "elections/voting-code": (mail) => completeCodeMail(ground, mail),
    "elections/roll-entry": (mail) => completeRollMail(ground, mail),
  };
}

async function work(room: MailRoom, rest: Rest): Promise<void> {
  while (!rest.isOver) {
    try {
      // Why not rest while there is something: a thousand codes leave as fast as the mail server takes them.
      if ((await deliverMails(room)) > 0) continue;
    } catch (error) {
      room.ground.log.error({ error }, "the mail room could not work; it tries again");
    }
    await rest.once();
  }
}

/** Waits that end early when the room is to stop. */
class Rest {
  isOver = false;
  readonly #ms: number;
  #wake: (() => void) | undefined;

  constructor(ms: number) {
    this.#ms = ms;
  }

  once(): Promise<void> {
    if (this.isOver) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.#ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  end(): void {
    this.isOver = true;
    this.#wake?.();
  }
}

type Smtp = ReturnType<typeof openSmtp>;

// Why such limits: an answer must come before the mail counts as abandoned.
function openSmtp(url: string) {
  const seconds = 1000;
  return nodemailer.createTransport({
    url,
    // Security: without it, whoever sits on the line only has to take the word STARTTLS out of the greeting.
    requireTLS: requiresStartTls(url),
    pool: true,
    maxConnections: 4,
    connectionTimeout: 30 * seconds,
    greetingTimeout: 30 * seconds,
    socketTimeout: 120 * seconds,
  });
}

async function sendLetter(
  ground: Ground,
  letter: AddressedLetter,
  smtp: Smtp | undefined,
  mailbox: string | undefined,
): Promise<Fate | Departure> {
  let answer = "";
  const message = await writeMessage(ground, letter);
  if (smtp !== undefined) {
    let wasHandedOver = false;
    const envelope = { from: returnPath(ground, letter), to: [letter.to.address] };
    const raw = new Readable({
      read() {
        wasHandedOver = true;
        this.push(message);
        this.push(null);
      },
    });
    try {
      const accepted = await smtp.sendMail({ envelope, raw });
      answer = accepted.response;
    } catch (error) {
      return fateOf(error, wasHandedOver);
    }
  }
  if (mailbox !== undefined) {
    const { mailId: id, to, subject } = letter;
    const at = ground.clock.now().toISOString();
    await keepMail(mailbox, { id, at, toName: to.name, toAddress: to.address, subject }, message);
  }
  return { kind: "left", answer };
}

/** The whole message as it leaves. */
async function writeMessage(
  ground: Ground,
  { subject, text, html, to, messageId: id }: AddressedLetter,
): Promise<Buffer> {
  const writer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  const { message } = await writer.sendMail({
    from: ground.settings.mailFrom,
    to,
    subject,
    text,
    html,
    messageId: id,
    date: ground.clock.now(),
    disableFileAccess: true,
    disableUrlAccess: true,
    // Source: RFC 3834 §5, so that absence notices do not come back.
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
  });
  return message as Buffer;
}

/** Where the mail comes back: by default to its sender; with an address for bounces, to one that says which mail it was. */
function returnPath({ settings }: Ground, { returnToken }: AddressedLetter): string {
  return settings.bounceAddress === undefined
    ? senderAddress(settings)
    : returnPathOf(settings.bounceAddress, returnToken);
}

function senderAddress(settings: Ground["settings"]): string {
  return /<([^>]+)>/.exec(settings.mailFrom)?.[1] ?? settings.mailFrom;
}

/** The same mail has the same Message-ID, so that even a mail server that got it twice may drop one. */
function messageId(key: string, baseUrl: string): string {
  const hash = createHash("sha256").update(key).digest("hex").slice(0, 40);
  return `<${hash}@${new URL(baseUrl).hostname}>`;
}

async function main(): Promise<void> {
  const ground = await layGround(process.env);
  if (!ground.ok) {
    console.error("The mail room does not start, because these settings are not safe or not usable:");
    for (const { variable, problem, remedy } of ground.error) console.error(`  ${variable} ${problem}. ${remedy}`);
    process.exit(2);
  }
  await refuseRealDatabase(ground.value);
  const { settings, database } = ground.value;
  const room = await startMailRoom(ground.value, {
    folder: settings.folder,
    isReplacing: process.env["PLENARIA_MAIL_ROOM_REPLACE"] === "yes",
    ...(settings.smtpUrl === undefined ? {} : { smtpUrl: settings.smtpUrl }),
  });
  console.error(`The mail room's fingerprint: ${spokenFingerprint(await mailRoomRecipient(ground.value))}`);
  // Why by message: who started this program as a child waits until mails can be sealed.
  process.send?.("ready");
  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    await room.stop();
    await database.$disconnect();
    process.exit(0);
  };
  process.on("SIGINT", () => void stop());
  process.on("SIGTERM", () => void stop());
  process.on("disconnect", () => void stop());
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}
