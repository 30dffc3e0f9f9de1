// Tells the contacts of a block that a name server does not answer for its zones, or that it was taken out of them: one mail for all zones
// of the block with the same server. Source: policy manual chapter 6: administrative and technical contact, the others after thirty days.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { formatPrefix } from "#app/lib/ip-addresses/index.ts";
import { listAccounts } from "#app/modules/accounts/index.server.ts";
import { sendMail } from "#app/modules/notifications/index.server.ts";
import { getOrganization, listContactsOf } from "#app/modules/organizations/index.server.ts";
import type { Network } from "#app/modules/resources/index.ts";
import type { ContextWithin } from "#app/platform/context.server.ts";
import type { LameAct } from "../domain/lame-rule.ts";
import { removalDueAt } from "../domain/lame-rule.ts";
import { linkToDelegations } from "../links.ts";
import { findBlockAround } from "../queries/block-around.server.ts";

/** What is to be said of one server of one zone. */
export interface LameWord {
  readonly act: Exclude<LameAct, "none">;
  readonly host: string;
  readonly zoneName: string;
  readonly prefix: Prefix;
  readonly lameSince: Date;
  readonly firstNoticeAt: Date | null;
}

const zonesNamed = 20;

export async function tellOfLameServers(within: ContextWithin, words: readonly LameWord[]): Promise<void> {
  const groups = new Map<string, { block: Network; words: LameWord[] }>();
  for (const word of words) {
    const block = await findBlockAround(within, word.prefix);
    // Why nobody: the block went back to the registry, and its zones are not published any more.
    if (block === undefined) continue;
    const key = `${formatPrefix(block.prefix)}/${word.host}/${word.act}`;
    const group = groups.get(key) ?? { block, words: [] };
    group.words.push(word);
    groups.set(key, group);
  }
  for (const [key, { block, words: same }] of groups) await tellGroup(within, key, block, same);
}

async function tellGroup(
  within: ContextWithin,
  key: string,
  block: Network,
  words: readonly LameWord[],
): Promise<void> {
  const [first] = words;
  if (first === undefined) return;
  const { act, host } = first;
  const organization = await getOrganization(within, block.organizationId);
  const since = new Date(Math.min(...words.map(({ lameSince }) => lameSince.getTime())));
  const removal = removalDueAt({ firstNoticeAt: first.firstNoticeAt });
  for (const person of await peopleToTell(within, block, act)) {
    await sendMail(within, {
      template: "reverse-dns/lame-server",
      to: { address: person.email, name: person.name, language: person.language },
      properties: {
        isRemoved: act === "remove",
        host,
        block: formatPrefix(block.prefix),
        organizationName: organization.name,
        zones: words.slice(0, zonesNamed).map(({ zoneName }) => zoneName),
        moreZones: Math.max(0, words.length - zonesNamed),
        lameSince: since.toISOString(),
        removalOn: act === "remove" ? null : (removal?.toISOString() ?? null),
        url: `${within.settings.baseUrl}${linkToDelegations(block.prefix)}`,
      },
      deduplication: `reverse-dns/${key}/${within.clock.now().toISOString()}/${person.accountId}`,
      subject: { type: "organization", id: block.organizationId },
    });
  }
}

async function peopleToTell(within: ContextWithin, block: Network, act: LameWord["act"]) {
  const contacts = await listContactsOf(
    within,
    [block.organizationId],
    act === "notice" ? "administrative" : undefined,
  );
  const technical = block.technicalContactId === null ? [] : [block.technicalContactId];
  return listAccounts(within, [...contacts.map(({ accountId }) => accountId), ...technical]);
}
