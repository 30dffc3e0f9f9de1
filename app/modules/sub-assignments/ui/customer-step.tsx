// Who receives the range: the form between its choice and the preview. Also of a transfer.
import { Form, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "#app/lib/result/index.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { useAnswerProblems } from "#app/ui/use-answer-problems.ts";
import { ChooseCustomer } from "./choose-customer.tsx";
import { CustomerFields, whoChoices } from "./customer-fields.tsx";
import type { ShownRange } from "./range-step.tsx";
import { NeedsReverse } from "./range-step.tsx";

export interface CustomerStepProps {
  readonly range: ShownRange;
  readonly query: string;
  readonly found: readonly { readonly handle: string; readonly name: string; readonly country: string }[];
  readonly today: string;
  /** Travels along: what was seen of the network that is transferred. */
  readonly seen?: string;
  readonly answered:
    | {
        readonly refusal?: Refusal | undefined;
        readonly problems?: readonly { readonly field: string; readonly key: string }[] | undefined;
        readonly fields: Readonly<Record<string, string>>;
      }
    | undefined;
}

const fieldOf = {
  RECIPIENT_UNKNOWN: "handle",
  RECIPIENT_IS_HOLDER: "handle",
  RECIPIENT_SAME: "handle",
  AREA_MISSING: "networkName",
  RESIDENTIAL_USES_ITSELF: "mayPassOn",
  DAY_MALFORMED: "assignedOn",
  DAY_IN_FUTURE: "assignedOn",
};

export function CustomerStep({ range, query, found, today, seen, answered }: CustomerStepProps) {
  const { t } = useTranslation("sub-assignments");
  const [words] = useSearchParams();
  const { problems, problemOf } = useAnswerProblems(answered, "sub-assignments", fieldOf);
  const values = answered?.fields ?? { handle: words.get("handle") ?? "" };
  const asked = answered?.fields["who"] ?? words.get("who");
  const who = whoChoices.find((each) => each === asked) ?? "known";
  const kept = { range: range.prefix };
  return (
    <div className="space-y-6">
      <FormProblems problems={problems} />
      <p className="text-lg font-semibold">{t("customer.range", { range: range.prefix })}</p>
      {range.mustBeRegistered ? null : <p>{t("proposed.optional")}</p>}
      {range.needsReverse ? (
        <Panel tone="info">
          <NeedsReverse range={range} />
        </Panel>
      ) : null}
      <ChooseCustomer
        who={who}
        query={query}
        found={found}
        kept={kept}
        addressOf={(more) => `?${new URLSearchParams({ ...kept, ...more }).toString()}`}
      />
      <Form method="post" key={`${who} ${values["handle"] ?? ""}`} className="space-y-6">
        <input type="hidden" name="range" value={range.prefix} />
        {seen === undefined ? null : <input type="hidden" name="seen" value={seen} />}
        <CustomerFields who={who} values={values} today={today} problemOf={problemOf} />
        <SubmitButton name="step" value="preview">
          {t("customer.go")}
        </SubmitButton>
      </Form>
    </div>
  );
}
