// Lets another person vote for one of my organisations in one election.
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { inLanguage } from "#app/platform/language/languages.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import type { GrantableMandate } from "../queries/my-mandates.server.ts";

export function GrantForm({ grantable }: { readonly grantable: readonly GrantableMandate[] }) {
  const { t } = useTranslation("mandates");
  const language = useLanguage();
  const [first] = grantable;
  return (
    <Form method="post" className="space-y-5">
      <input type="hidden" name="act" value="grant" />
      <Select
        name="mandate"
        label={t("grant.mandate")}
        required
        options={grantable.map(({ electionId, electionTitle, organizationHandle, organizationName, votes }) => ({
          value: `${electionId} ${organizationHandle}`,
          label: t("grant.option", {
            organization: organizationName,
            election: inLanguage(electionTitle, language),
            votes,
          }),
        }))}
      />
      <TextField
        name="delegateUserId"
        label={t("grant.delegate")}
        description={t("grant.delegateHint", { cap: first?.capPerPerson ?? 0 })}
        autoComplete="off"
        required
      />
      {first === undefined ? null : (
        <p className="max-w-text text-ink-soft">
          {t("grant.until")} <Instant at={first.endsAt} />
        </p>
      )}
      <SubmitButton>{t("grant.send")}</SubmitButton>
    </Form>
  );
}
