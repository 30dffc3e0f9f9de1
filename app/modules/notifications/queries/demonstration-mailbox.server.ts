// The demonstration's mailbox: a folder in which every mail stays instead of leaving.
import { appendFile, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import PostalMime from "postal-mime";
import type { Ground } from "#app/platform/context.server.ts";

/** One line of the list. */
export interface KeptMail {
  readonly id: string;
  readonly at: string;
  readonly toName: string;
  readonly toAddress: string;
  readonly subject: string;
}

export interface OpenedMail extends KeptMail {
  readonly from: string;
  readonly text: string;
}

/** Keeps a mail as it would have left. */
export async function keepMail(folder: string, mail: KeptMail, message: Uint8Array): Promise<void> {
  await mkdir(mailboxIn(folder), { recursive: true });
  const path = messagePath(folder, mail.id);
  // Why in two steps: who reads the folder meets a whole mail or none.
  await writeFile(`${path}.part`, message);
  await rename(`${path}.part`, path);
  await appendFile(indexPath(folder), `${JSON.stringify(mail)}\n`);
}

/** The kept mails, newest first; of one person, if something of the name or address is given. */
export async function listKeptMails(
  ground: Pick<Ground, "settings">,
  { person = "", limit = 200 }: { readonly person?: string; readonly limit?: number } = {},
): Promise<{ readonly mails: KeptMail[]; readonly total: number }> {
  const typed = fold(person.trim());
  const all = await readIndex(ground.settings.folder);
  const fitting = typed === "" ? all : all.filter((mail) => fold(`${mail.toName} ${mail.toAddress}`).includes(typed));
  return { mails: fitting.reverse().slice(0, limit), total: fitting.length };
}

/** One mail, read as a mail program would; undefined when there is none. */
export async function openKeptMail(ground: Pick<Ground, "settings">, id: string): Promise<OpenedMail | undefined> {
  const mail = (await readIndex(ground.settings.folder)).find((each) => each.id === id);
  if (mail === undefined) return undefined;
  const message = await readKeptMessage(ground, mail.id);
  if (message === undefined) return undefined;
  const parsed = await PostalMime.parse(message);
  const from = [parsed.from?.name, parsed.from?.address].filter((part) => part !== undefined && part !== "").join(", ");
  return { ...mail, from, text: parsed.text ?? "" };
}

/** The file of one mail (.eml). */
export async function readKeptMessage(ground: Pick<Ground, "settings">, id: string): Promise<Uint8Array | undefined> {
  // Security: the ID becomes part of a path.
  if (!/^[0-9a-f-]{36}$/.test(id)) return undefined;
  return orUndefined(readFile(messagePath(ground.settings.folder, id)));
}

async function readIndex(folder: string): Promise<KeptMail[]> {
  const text = await orUndefined(readFile(indexPath(folder), "utf8"));
  const byId = new Map<string, KeptMail>();
  for (const line of (text ?? "").split("\n")) {
    if (line === "") continue;
    const mail = JSON.parse(line) as KeptMail;
    byId.delete(mail.id);
    byId.set(mail.id, mail);
  }
  return [...byId.values()];
}

async function orUndefined<Content>(reading: Promise<Content>): Promise<Content | undefined> {
  try {
    return await reading;
  } catch (error) {
    if ((error as { code?: string }).code === "ENOENT") return undefined;
    throw error;
  }
}

function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
}

function mailboxIn(folder: string): string {
  return join(folder, "mailbox");
}

function indexPath(folder: string): string {
  return join(mailboxIn(folder), "index.jsonl");
}

function messagePath(folder: string, id: string): string {
  return join(mailboxIn(folder), `${id}.eml`);
}
