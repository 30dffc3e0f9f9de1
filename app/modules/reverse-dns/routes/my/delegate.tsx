// Delegating the zones of a block in three steps, blocks and servers, checks, confirmation: /my/reverse-dns/:address/:length/delegate
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatPrefix, parsePrefix } from "#app/lib/ip-addresses/index.ts";
import type { Refusal } from "#app/lib/result/index.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Steps } from "#app/ui/steps.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { FormAnswer } from "#app/ui/use-answer-problems.ts";
import { useAnswerProblems } from "#app/ui/use-answer-problems.ts";
import { delegateZones } from "../../commands/delegate-zones.server.ts";
import { zoneLengthOf } from "../../domain/zone-rules.ts";
import { linkToDelegations, linkToMyReverseDns } from "../../links.ts";
import { checkDelegation } from "../../queries/check-delegation.server.ts";
import type { CheckReport } from "../../queries/check-report.server.ts";
import { reportOf } from "../../queries/check-report.server.ts";
import type { WrittenWish } from "../../queries/standing-wish.server.ts";
import { findStandingWish } from "../../queries/standing-wish.server.ts";
import { CheckResult } from "../../ui/check-result.tsx";
import { blockOfAddress } from "../block-of-address.server.ts";

export const handle: PageHandle = { title: "reverse-dns:delegate.title" };

interface Answer extends FormAnswer {
  readonly typed?: WrittenWish;
  readonly report?: CheckReport;
}

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { steppedUp: true });
  const { prefix } = await blockOfAddress(context, args.params);
  const asked = new URL(args.request.url).searchParams.get("range");
  const block = formatPrefix(prefix);
  return {
    block,
    backTo: linkToDelegations(prefix),
    isWhole: prefix.family === "ipv6",
    zone: zoneLengthOf(prefix),
    typed: await findStandingWish(context, prefix, asked),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, { steppedUp: true });
  const block = await blockOfAddress(context, args.params);
  const { act, range: text = "", servers = "", dsRecords = "" } = textFieldsOf(await args.request.formData());
  const typed: WrittenWish = { range: text, servers, dsRecords };
  if (act === "edit") return data<Answer>({ typed });
  const range = parsePrefix(text.trim());
  if (range === undefined) return answerWith(typed, { code: "RANGE_MALFORMED" });
  const wish = { range, hosts: servers.split(/[\s,]+/), dsRecords };
  if (act === "confirm") {
    const outcome = await delegateZones(context, wish);
    if (!outcome.ok) return answerWith(typed, outcome.error);
    return redirect(`${linkToDelegations(block.prefix)}?done=delegated`);
  }
  const checked = await checkDelegation(context, wish);
  return checked.ok ? data<Answer>({ typed, report: reportOf(checked.value) }) : answerWith(typed, checked.error);
}

/** Why with what was typed: a refused confirmation leads back to the first step. */
function answerWith(typed: WrittenWish, refusal: Refusal & { readonly all?: readonly Refusal[] }) {
  return data<Answer>({ typed, refusal, refusals: refusal.all, problems: undefined }, { status: 422 });
}

const fieldOf = {
  ...{ RANGE_MALFORMED: "range", RANGE_OUTSIDE_BLOCK: "range", RANGE_SMALLER_THAN_ZONE: "range" },
  ...{ RANGE_NOT_WHOLE_BLOCK: "range", BLOCK_TOO_SMALL: "range", BLOCK_UNKNOWN: "range" },
  ...{ NAME_SERVER_IS_ADDRESS: "servers", NAME_SERVER_MALFORMED: "servers", NAME_SERVER_TWICE: "servers" },
  ...{ NAME_SERVER_IN_REVERSE_TREE: "servers", NAME_SERVERS_TOO_FEW: "servers", NAME_SERVERS_TOO_MANY: "servers" },
  ...{ NAME_SERVER_NOT_AUTHORITATIVE: "servers", DS_MALFORMED: "dsRecords", DS_DIGEST_UNKNOWN: "dsRecords" },
  ...{
    DS_TOO_MANY: "dsRecords",
    DS_OTHER_ZONE: "dsRecords",
    DS_FOR_SEVERAL_ZONES: "dsRecords",
    DS_NOT_OF_ZONE: "dsRecords",
  },
};

export default function Delegate() {
  const { t } = useTranslation("reverse-dns");
  const { block, backTo, isWhole, zone, typed: standing } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const { problems, problemOf } = useAnswerProblems(answer, "reverse-dns", fieldOf);
  const typed = answer?.typed ?? standing;
  const report = answer?.report;
  return (
    <Page
      title={t("delegate.of", { block })}
      width="text"
      breadcrumbs={[
        { label: t("blocks.title"), to: linkToMyReverseDns() },
        { label: block, to: backTo },
      ]}
    >
      <Steps
        label={t("delegate.title")}
        steps={[t("delegate.steps.servers"), t("delegate.steps.checks"), t("delegate.steps.confirm")]}
        current={stepOf(report)}
      />
      <FormProblems problems={problems} />
      {report === undefined ? (
        <Form method="post" className="space-y-5" key="edit">
          <TextField
            name="range"
            label={t("delegate.range")}
            description={isWhole ? t("delegate.rangeWhole") : t("delegate.rangeHint", { length: zone ?? 24 })}
            defaultValue={typed.range}
            problem={problemOf("range")}
            autoComplete="off"
            readOnly={isWhole}
            required
          />
          <TextArea
            name="servers"
            label={t("delegate.servers")}
            description={t("delegate.serversHint")}
            defaultValue={typed.servers}
            problem={problemOf("servers")}
            spellCheck={false}
            rows={4}
            required
          />
          <TextArea
            name="dsRecords"
            label={t("delegate.ds")}
            description={t("delegate.dsHint")}
            defaultValue={typed.dsRecords}
            problem={problemOf("dsRecords")}
            spellCheck={false}
            rows={3}
            isOptional
          />
          <SubmitButton name="act" value="check" pendingLabel={t("delegate.asking")}>
            {t("delegate.check")}
          </SubmitButton>
        </Form>
      ) : (
        <Checked report={report} typed={typed} />
      )}
    </Page>
  );
}

function stepOf(report: CheckReport | undefined): number {
  if (report === undefined) return 0;
  return report.isAcceptable ? 2 : 1;
}

function Checked({ report, typed }: { readonly report: CheckReport; readonly typed: WrittenWish }) {
  const { t } = useTranslation("reverse-dns");
  return (
    <>
      <CheckResult report={report} />
      <Form method="post" className="flex flex-wrap gap-2">
        {Object.entries(typed).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={String(value)} />
        ))}
        {report.isAcceptable ? (
          <SubmitButton name="act" value="confirm" pendingLabel={t("delegate.asking")}>
            {t("delegate.confirm", { count: report.zones })}
          </SubmitButton>
        ) : (
          <SubmitButton name="act" value="check" pendingLabel={t("delegate.asking")}>
            {t("delegate.checkAgain")}
          </SubmitButton>
        )}
        <SubmitButton name="act" value="edit" variant="secondary">
          {t("delegate.edit")}
        </SubmitButton>
      </Form>
    </>
  );
}
