// The result of an election, interim or official, with its reasoning; before it, how far the count has come: /elections/:electionId/result
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ResultPage } from "#app/modules/elections/index.ts";
import { findResultPage, openPublicElection } from "#app/modules/elections/index.server.ts";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { findCertificate } from "../../queries/certificate.server.ts";
import { ResultReasoning } from "../../ui/result-reasoning.tsx";
import { ResultState } from "../../ui/result-state.tsx";

export const handle: PageHandle = { title: "elections:public.result.title" };

export async function loader(args: LoaderFunctionArgs) {
  const { context, election } = await openPublicElection(args);
  return {
    ...(await findResultPage(context, election)),
    certificate: (await findCertificate(context, election.id)) ?? null,
  };
}

export default function Result() {
  const { election, result, certificate } = useLoaderData<typeof loader>();
  return (
    <ResultPage
      election={election}
      result={result}
      state={<ResultState certificate={certificate} />}
      reasoning={certificate === null ? undefined : <ResultReasoning certificate={certificate} />}
    />
  );
}
