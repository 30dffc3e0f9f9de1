// The calendar as a feed for people's own calendars: /elections/:electionId/calendar.ics?lang=pt
import type { LoaderFunctionArgs } from "@remix-run/node";
import { calendarFeed, findCalendar } from "#app/modules/calendars/index.server.ts";
import { sentencesFor } from "#app/platform/language/catalogue.server.ts";
import { languageOfRequest } from "#app/platform/language/language-of-request.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { linkToCalendar } from "../../links.ts";
import { openPublicElection } from "../public-election.server.ts";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { context, election } = await openPublicElection(args);
  const calendar = await findCalendar(context, election.id);
  if (calendar === undefined || calendar.publishedAt === null) throw new Response(null, { status: 404 });
  const language = await languageOfRequest(args.request);
  const t = await sentencesFor(language, "calendars");
  const { baseUrl } = context.settings;
  const feed = calendarFeed({
    processId: election.id,
    host: new URL(baseUrl).hostname,
    title: inLanguage(election.title, language),
    url: `${baseUrl}${linkToCalendar(election.id)}`,
    language,
    stages: calendar.stages,
    isCancelled: election.phase === "cancelled",
    nameOf: (kind) => t(`stages.${kind}`),
    aboutOf: (kind) => t(`about.${kind}`),
  });
  return new Response(feed, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Language": language,
      "Content-Disposition": `inline; filename="${election.id}.ics"`,
      "Cache-Control": "public, max-age=600",
      Vary: "Accept-Language, Cookie",
    },
  });
}
