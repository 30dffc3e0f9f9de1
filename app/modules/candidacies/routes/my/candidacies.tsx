// My candidacies, the people whom I proposed, and whose support is asked of my organisations: /my/candidacies
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { StatusMessage } from "#app/ui/status-message.tsx";
import { listMyCandidacies } from "../../queries/my-candidacies.server.ts";
import { MyCandidacies } from "../../ui/my-candidacies.tsx";

export const handle: PageHandle = { title: "candidacies:my.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args);
  return {
    lines: await listMyCandidacies(context, context.actor.accountId),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

export default function MyCandidaciesPage() {
  const { t } = useTranslation("candidacies");
  const { lines, done } = useLoaderData<typeof loader>();
  const isEmpty = lines.own.length + lines.proposed.length + lines.asked.length === 0;
  return (
    <Page title={t("my.title")} lead={t("my.lead")} width="text">
      <StatusMessage>{done === "nominated" ? t("my.nominated") : null}</StatusMessage>
      {isEmpty ? (
        <EmptyState title={t("my.none")}>{t("my.noneText")}</EmptyState>
      ) : (
        <Section title={t("my.all")}>
          <MyCandidacies lines={lines} />
        </Section>
      )}
    </Page>
  );
}
