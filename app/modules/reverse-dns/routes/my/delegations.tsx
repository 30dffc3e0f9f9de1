// The delegated zones of one block, how their servers answer, and taking delegations back: /my/reverse-dns/:address/:length
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatPrefix, parsePrefix } from "#app/lib/ip-addresses/index.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { getOrganization } from "#app/modules/organizations/index.server.ts";
import { answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Panel } from "#app/ui/panel.tsx";
import { StatusMessage } from "#app/ui/status-message.tsx";
import type { FormAnswer } from "#app/ui/use-answer-problems.ts";
import { useAnswerProblems } from "#app/ui/use-answer-problems.ts";
import { withdrawZones } from "../../commands/delegate-zones.server.ts";
import { writeDsRecord } from "../../domain/ds-record.ts";
import { linkToDelegate, linkToDelegations, linkToMyReverseDns } from "../../links.ts";
import { listDelegationsInside } from "../../queries/delegations.server.ts";
import { countZones } from "../../queries/my-blocks.server.ts";
import { ZoneTable } from "../../ui/zone-table.tsx";
import { blockOfAddress } from "../block-of-address.server.ts";

export const handle: PageHandle = { title: "reverse-dns:zones.title" };

const deeds = ["delegated", "withdrawn"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args);
  const block = await blockOfAddress(context, args.params);
  const delegated = await listDelegationsInside(context, block.prefix);
  const done = new URL(args.request.url).searchParams.get("done");
  return {
    block: formatPrefix(block.prefix),
    delegateAt: linkToDelegate(block.prefix),
    holder: (await getOrganization(context, block.organizationId)).name,
    zones: delegated.map(({ zoneName, prefix, servers, dsRecords }) => ({
      ...{ zoneName, servers, prefix: formatPrefix(prefix), dsRecords: dsRecords.map(writeDsRecord) },
      changeAt: `${linkToDelegate(block.prefix)}?range=${encodeURIComponent(rangeOf(block.prefix, prefix))}`,
    })),
    count: countZones(block.prefix),
    done: deeds.find((deed) => deed === done) ?? null,
  };
}

/** IPv6 is changed as a whole. */
function rangeOf(block: Parameters<typeof formatPrefix>[0], zone: Parameters<typeof formatPrefix>[0]): string {
  return formatPrefix(block.family === "ipv6" ? block : zone);
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, { steppedUp: true });
  const block = await blockOfAddress(context, args.params);
  const { act, range: typed = "" } = textFieldsOf(await args.request.formData());
  const range = parsePrefix(typed);
  if (range === undefined) throw new Response(null, { status: 400 });
  // Why two steps: names of a whole block can vanish with one press.
  if (act !== "withdraw") return data({ refusal: undefined, problems: undefined, asked: typed });
  const outcome = await withdrawZones(context, { range });
  if (!outcome.ok) return answerRefusal(outcome.error);
  return redirect(`${linkToDelegations(block.prefix)}?done=withdrawn`);
}

export default function Delegations() {
  const { t } = useTranslation("reverse-dns");
  const { block, delegateAt, holder, zones, count, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as (FormAnswer & { asked?: string }) | undefined;
  const { problems } = useAnswerProblems(answer, "reverse-dns");
  return (
    <Page
      title={t("zones.of", { block })}
      lead={holder}
      breadcrumbs={[{ label: t("blocks.title"), to: linkToMyReverseDns() }]}
      actions={
        count === 0 ? null : (
          <LinkButton to={delegateAt} variant="primary">
            {t("zones.delegate")}
          </LinkButton>
        )
      }
    >
      <StatusMessage>{done === null || answer !== undefined ? null : t(`zones.done.${done}`)}</StatusMessage>
      <FormProblems problems={problems} />
      {answer?.asked === undefined ? null : <AskWithdrawal range={answer.asked} />}
      <Section title={t("zones.title")} lead={t("blocks.delegated", { delegated: zones.length, zones: count })}>
        {zones.length === 0 ? (
          <EmptyState title={t("zones.none")}>{t(count === 0 ? "zones.tooSmall" : "zones.noneHint")}</EmptyState>
        ) : (
          <ZoneTable zones={zones} />
        )}
      </Section>
      {zones.length > 1 ? (
        <Form method="post">
          <input type="hidden" name="act" value="ask" />
          <SubmitButton variant="secondary" name="range" value={block}>
            {t("zones.withdrawAll", { count: zones.length })}
          </SubmitButton>
        </Form>
      ) : null}
    </Page>
  );
}

function AskWithdrawal({ range }: { readonly range: string }) {
  const { t } = useTranslation("reverse-dns");
  return (
    <div role="alert">
      <Panel tone="warning" title={t("zones.sure", { range })}>
        <p>{t("zones.sureText")}</p>
        <Form method="post" className="flex flex-wrap gap-2">
          <input type="hidden" name="act" value="withdraw" />
          <SubmitButton variant="danger" name="range" value={range}>
            {t("zones.withdrawNow")}
          </SubmitButton>
        </Form>
      </Panel>
    </div>
  );
}
