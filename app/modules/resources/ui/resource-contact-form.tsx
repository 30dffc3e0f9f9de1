// Names another contact of a network or an AS number: by user ID, by searching, or back to the holder's administrative contact.
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { PersonChoiceProps } from "#app/modules/organizations/index.ts";
import { fieldOfPerson, PersonChoice } from "#app/modules/organizations/index.ts";
import { Button, SubmitButton } from "#app/ui/button.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Page } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { useAnswerProblems } from "#app/ui/use-answer-problems.ts";
import type { ResourceContact } from "../domain/resource-overview.ts";
import { linkToPeopleForResources } from "../links.ts";

export interface ResourceContactFormProps {
  /** As people write it. */
  readonly resource: string;
  readonly role: "technical" | "routing" | "abuse";
  readonly now: ResourceContact;
  readonly back: string;
  readonly answer: PersonChoiceProps["answer"];
}

export function ResourceContactForm({ resource, role, now, back, answer }: ResourceContactFormProps) {
  const { t } = useTranslation("resources");
  const { problems, problemOf } = useAnswerProblems(answer, "resources", fieldOfPerson);
  return (
    <Page
      title={t(`contactForm.titles.${role}`)}
      lead={<span className="font-mono">{resource}</span>}
      width="text"
      breadcrumbs={[{ label: resource, to: back }]}
    >
      <FormProblems problems={problems} />
      <p>
        {now.person === null
          ? t("contactForm.nobodyNow")
          : t("contactForm.now", { name: now.person.name, userId: now.person.userId })}
        {now.person !== null && !now.isOwn ? ` ${t("contacts.isAdministrative")}` : null}
      </p>
      <Panel tone="warning">{t(`contactForm.notices.${role}`)}</Panel>
      <Form method="post" className="space-y-6">
        <PersonChoice answer={answer} problem={problemOf("person")} source={linkToPeopleForResources()} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{t("contactForm.go")}</SubmitButton>
          <LinkButton to={back}>{t("cancel")}</LinkButton>
        </div>
      </Form>
      {now.isOwn ? (
        <Form method="post">
          <Button type="submit" name="isAdministrative" value="yes">
            {t("contactForm.administrative")}
          </Button>
        </Form>
      ) : null}
    </Page>
  );
}
