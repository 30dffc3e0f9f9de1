// The three states of the second factor: off, being taught, on.
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Code } from "#app/ui/code.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { Section } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { CodeField } from "./code-field.tsx";

/** Why a page sent the person here, and the way back once it is on. */
export function Required({ next, isOn }: { readonly next: string; readonly isOn: boolean }) {
  const { t } = useTranslation("accounts");
  return (
    <Panel tone="info">
      {isOn ? <TextLink to={next}>{t("secondFactor.requiredGoOn")}</TextLink> : <p>{t("secondFactor.required")}</p>}
    </Panel>
  );
}

export function SecondFactorOff() {
  const { t } = useTranslation("accounts");
  return (
    <Card title={t("secondFactor.offTitle")}>
      <p className="max-w-text">{t("secondFactor.offBody")}</p>
      <Form method="post" className="mt-4">
        <SubmitButton name="act" value="begin">
          {t("secondFactor.begin")}
        </SubmitButton>
      </Form>
    </Card>
  );
}

export function SecondFactorBegun({
  qrCode,
  secret,
  problem,
}: {
  readonly qrCode: string;
  readonly secret: string;
  readonly problem: string | undefined;
}) {
  const { t } = useTranslation("accounts");
  return (
    <ol className="space-y-8">
      <li>
        <Section title={t("secondFactor.scanTitle")}>
          <p className="mb-4 max-w-text">{t("secondFactor.scanBody")}</p>
          {/* The server drew it from an address of its own making: nothing that anybody typed is in it but the user ID. */}
          <div
            role="img"
            aria-label={t("secondFactor.qrCode")}
            className="w-56 max-w-full rounded-md bg-white p-2"
            dangerouslySetInnerHTML={{ __html: qrCode }}
          />
          <p className="mb-1 mt-4">{t("secondFactor.manual")}</p>
          <Code value={inGroups(secret)} label={t("secondFactor.key")} />
        </Section>
      </li>
      <li>
        <Section title={t("secondFactor.confirmTitle")}>
          <Form method="post" className="space-y-6">
            <CodeField
              label={t("secondFactor.firstCode")}
              description={t("secondFactor.firstCodeHint")}
              problem={problem}
              isNumeric
            />
            <SubmitButton name="act" value="confirm">
              {t("secondFactor.confirm")}
            </SubmitButton>
          </Form>
        </Section>
      </li>
    </ol>
  );
}

export function SecondFactorOn({
  since,
  recoveryCodesLeft,
}: {
  readonly since: string;
  readonly recoveryCodesLeft: number;
}) {
  const { t } = useTranslation("accounts");
  return (
    <>
      <Panel tone="success" title={t("secondFactor.onTitle")}>
        <p>
          {t("secondFactor.since")} <Instant at={since} />
        </p>
      </Panel>
      <Section title={t("recovery.title")} lead={t("recovery.left", { count: recoveryCodesLeft })}>
        <p className="mb-4 max-w-text">{t("recovery.renewBody")}</p>
        <Form method="post">
          <SubmitButton name="act" value="renew-codes" variant="secondary">
            {t("recovery.renew")}
          </SubmitButton>
        </Form>
      </Section>
      <Section title={t("secondFactor.removeTitle")}>
        <p className="mb-4 max-w-text">{t("secondFactor.removeBody")}</p>
        <Form method="post">
          <SubmitButton name="act" value="remove" variant="danger">
            {t("secondFactor.remove")}
          </SubmitButton>
        </Form>
      </Section>
    </>
  );
}

/** Groups of four, as authenticators show it. */
function inGroups(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, "$1 ");
}
