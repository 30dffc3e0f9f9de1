// The acta of an election as PDF, made from its bundle alone: /elections/:electionId/acta/:language
import type { LoaderFunctionArgs } from "@remix-run/node";
import { openPublicElection } from "#app/modules/elections/index.server.ts";
import { isLanguage } from "#app/platform/language/languages.ts";
import { actaOf } from "../../domain/acta/acta-content.ts";
import { drawActa } from "../../domain/acta/draw-acta.server.ts";
import { findPublicBundle } from "../../queries/bundle.server.ts";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { context, election } = await openPublicElection(args);
  const { language } = args.params;
  const found = isLanguage(language) ? await findPublicBundle(context, election.id) : undefined;
  const bundle = await found?.read();
  const acta = bundle === undefined || !isLanguage(language) ? undefined : actaOf(bundle, language);
  if (acta === undefined) throw new Response(null, { status: 404 });
  return new Response(Buffer.from(await drawActa(acta)), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `inline; filename="acta-${election.id}-${acta.language}.pdf"`,
      "Cache-Control": "no-store",
    },
  });
}
