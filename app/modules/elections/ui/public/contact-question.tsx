// One question to a membership contact: confirm with one press, or say who it should be.
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { readInstant } from "#app/lib/instants/index.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { Badge } from "#app/ui/badge.tsx";
import { SubmitButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { useFormats, useLanguage } from "#app/ui/use-formats.ts";
import type { OwnContactQuestion } from "../../queries/contact-confirmations.server.ts";

export function ContactQuestion({ question }: { readonly question: OwnContactQuestion }) {
  const { t } = useTranslation("elections");
  const language = useLanguage();
  const { day } = useFormats();
  const rollDay = readInstant(question.rollDate);
  const { organizationName, answer, isOpen } = question;
  return (
    <Card
      level={2}
      title={t("roll.confirm.question", { name: organizationName })}
      aside={
        answer === null ? (
          <Badge tone={isOpen ? "warning" : "neutral"}>
            {t(isOpen ? "roll.confirm.waiting" : "roll.confirm.late")}
          </Badge>
        ) : (
          <Badge tone={answer === "confirmed" ? "success" : "info"}>{t(`roll.confirm.answers.${answer}`)}</Badge>
        )
      }
    >
      <p className="max-w-text">
        {t("roll.confirm.until", {
          title: inLanguage(question.electionTitle, language),
          day: rollDay === undefined ? question.rollDate : day(rollDay),
        })}
      </p>
      {isOpen ? <Answers question={question} /> : null}
    </Card>
  );
}

function Answers({ question }: { readonly question: OwnContactQuestion }) {
  const { t } = useTranslation("elections");
  const hidden = (
    <>
      <input type="hidden" name="electionId" value={question.electionId} />
      <input type="hidden" name="organizationId" value={question.organizationId} />
    </>
  );
  return (
    <div className="mt-4 space-y-4">
      {question.answer === "confirmed" ? null : (
        <Form method="post">
          {hidden}
          <input type="hidden" name="answer" value="confirmed" />
          <SubmitButton pendingLabel={t("roll.confirm.sending")}>{t("roll.confirm.yes")}</SubmitButton>
        </Form>
      )}
      {question.answer === "corrected" ? null : (
        <details>
          <summary className="min-h-touch cursor-pointer py-2 font-semibold">{t("roll.confirm.no")}</summary>
          <Form method="post" className="mt-2 space-y-4">
            {hidden}
            <input type="hidden" name="answer" value="corrected" />
            <p className="max-w-text">{t("roll.confirm.noWhat")}</p>
            <TextArea
              name="remark"
              id={`remark-${question.electionId}-${question.organizationId}`}
              label={t("roll.confirm.who")}
              description={t("roll.confirm.whoHint")}
              isOptional
              rows={3}
              maxLength={500}
            />
            <SubmitButton pendingLabel={t("roll.confirm.sending")}>{t("roll.confirm.notMe")}</SubmitButton>
          </Form>
        </details>
      )}
    </div>
  );
}
