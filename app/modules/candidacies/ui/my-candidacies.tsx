// The candidacies that a person has to do with, each with the way to its page.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { inLanguage } from "#app/platform/language/languages.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Card } from "#app/ui/card.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { linkToAskEndorsements, linkToEndorse, linkToMyCandidacy } from "../links.ts";
import type { CandidacyLine, MyCandidacies as Lines } from "../queries/my-candidacies.server.ts";
import { StateBadge } from "./state-badge.tsx";

export function MyCandidacies({ lines: { own, proposed, asked } }: { readonly lines: Lines }) {
  const { t } = useTranslation("candidacies");
  return (
    <div className="space-y-8">
      <Group title={t("my.own")} lines={own} linkTo={({ id }) => linkToMyCandidacy(id)}>
        {({ unanswered }) =>
          unanswered === 0 ? null : <Badge tone="warning">{t("my.unanswered", { count: unanswered })}</Badge>
        }
      </Group>
      {asked.length === 0 ? null : (
        <section className="space-y-3">
          <h3 className="text-lg font-semibold">{t("my.asked")}</h3>
          {asked.map((request) => (
            <Card
              key={`${request.id} ${request.organizationName}`}
              level={4}
              title={request.name}
              to={linkToEndorse(request.id)}
              aside={
                <Badge tone={request.answer === "waiting" ? "warning" : "neutral"}>
                  {t(`my.answers.${request.answer}`)}
                </Badge>
              }
            >
              <Title line={request} /> · {request.organizationName}
            </Card>
          ))}
        </section>
      )}
      <Group title={t("my.proposed")} lines={proposed} linkTo={({ id }) => linkToAskEndorsements(id)} />
    </div>
  );
}

interface GroupProps<Line extends CandidacyLine> {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly linkTo: (line: Line) => string;
  /** A badge more for a line. */
  readonly children?: (line: Line) => ReactNode;
}

function Group<Line extends CandidacyLine>({ title, lines, linkTo, children }: GroupProps<Line>) {
  if (lines.length === 0) return null;
  return (
    <section className="space-y-3">
      <h3 className="text-lg font-semibold">{title}</h3>
      {lines.map((line) => (
        <Card
          key={line.id}
          level={4}
          title={line.name}
          to={linkTo(line)}
          aside={
            <span className="flex flex-wrap gap-1.5">
              <StateBadge state={line.state} />
              {children?.(line)}
            </span>
          }
        >
          <Title line={line} />
        </Card>
      ))}
    </section>
  );
}

function Title({ line }: { readonly line: CandidacyLine }) {
  const language = useLanguage();
  return <span>{inLanguage(line.contestTitle, language)}</span>;
}
