// The post in a test: a mail room that writes and completes every waiting mail as the real one does, and keeps it instead of sending it.
import { deliverMails, registerMailRoom } from "#app/modules/notifications/index.server.ts";
import type { Departure, Fate, MailRoom } from "#app/modules/notifications/index.server.ts";
import { completionsOf } from "#app/processes/mail-room.ts";
import { renderLetter } from "#emails/catalogue.ts";
import type { Given } from "../setup/databases.ts";

export interface DeliveredMail {
  readonly to: string;
  readonly text: string;
}

/** Delivers what waits, oldest first; `send` may play a mail server that does not take it. */
export async function deliverPost(
  given: Given,
  send: () => Fate | Departure = () => ({ kind: "left", answer: "250 OK" }),
): Promise<DeliveredMail[]> {
  const ground = given.context();
  const mails: DeliveredMail[] = [];
  const room: MailRoom = {
    ground,
    identity: await registerMailRoom(ground, { folder: given.settings.folder }),
    completions: completionsOf(ground),
    render: (template, language, properties) =>
      renderLetter(template, language, properties, { baseUrl: ground.settings.baseUrl, isDemonstration: true }),
    send: async ({ to, text }) => {
      mails.push({ to: to.address, text });
      return send();
    },
    messageIdOf: (key) => key,
  };
  while ((await deliverMails(room)) > 0);
  return mails;
}

/** What stands behind the "#" of the last mailed link for an address; undefined where no mail has one. */
export function linkIn(mails: readonly DeliveredMail[], to: string) {
  const links = mails
    .filter((mail) => mail.to === to)
    .flatMap(({ text }) => /https?:\S+#code=[^\s)>"]+/.exec(text) ?? []);
  const link = links.at(-1);
  if (link === undefined) return undefined;
  const { pathname, hash } = new URL(link);
  const words = new URLSearchParams(hash.slice(1));
  return { pathname, code: words.get("code") ?? "", second: words.get("second"), entry: words.get("entry") };
}
