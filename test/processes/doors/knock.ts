// Knocks at every address of the product as it is built, without drawing pages: which of its loaders and actions lets whom in.
import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import type { Ground } from "#app/platform/context.server.ts";
import { listUrls } from "#app/urls.js";
import { aSignedInBrowser, browsersByRole } from "../../factories/browsers-by-role.ts";
import type { Given } from "../../setup/databases.ts";

/** Who knocks, in the order of the table's columns. A member acts for no organisation here, and a commissioner holds no share of the key. */
export const knockers = [
  "visitor",
  "member",
  "contact",
  "candidate",
  "staff",
  "administrator",
  "commission",
  "trustee",
  "auditor",
] as const;
export type Knocker = (typeof knockers)[number];

export type Method = "GET" | "POST";

/** What a door answered. yes: let in, whatever is then said of an empty form; sign-in: sent to prove who she is; no: 403. */
export type Answer = "yes" | "no" | "404" | "sign-in" | "BROKEN";

export interface Door {
  readonly method: Method;
  readonly path: string;
  knock(params: Record<string, string>, cookie: string): Promise<{ answer: Answer; problem: unknown }>;
}

/** Every loader (GET) and action (POST) of the build, by its address. */
export async function listDoors(ground: Ground, build: ServerBuild): Promise<Door[]> {
  const urls = await listUrls();
  return urls.flatMap(({ path, file }) => {
    const module = build.routes[file.replace(/\.tsx?$/, "")]?.module;
    if (module === undefined) throw new Error(`the build lacks ${file}`);
    const door = (method: Method, open: Opening): Door => ({
      method,
      path: `/${path}`,
      knock: (params, cookie) => answerOf(open, argsOf(ground, method, `/${path}`, params, cookie)),
    });
    return [
      ...(module.loader === undefined ? [] : [door("GET", module.loader as Opening)]),
      ...(module.action === undefined ? [] : [door("POST", module.action as Opening)]),
    ];
  });
}

type Opening = (args: LoaderFunctionArgs & ActionFunctionArgs) => Promise<unknown>;

function argsOf(ground: Ground, method: Method, path: string, params: Record<string, string>, cookie: string) {
  const init = method === "POST" ? { method, body: new URLSearchParams() } : {};
  const address = fillAddress(path, params);
  const request = new Request(`http://localhost:3000${address}`, { ...init, headers: { Cookie: cookie } });
  const rest = /\*$/.test(path) ? { "*": address.slice(path.length - 1).replace(/\?.*/, "") } : {};
  return { request, params: { ...params, ...rest }, context: { ground, cspNonce: "", clientAddress: "203.0.113.5" } };
}

/** Words behind the address where it asks for them. */
const questions: Readonly<Record<string, string>> = {
  "/log/consistency": "?from=1&to=2",
  "/my/elections/:electionId/roll-proof": "?entry=:entry",
};

/** The address with things that are there in the place of its parameters. */
export function fillAddress(path: string, params: Record<string, string>): string {
  return `${path}${questions[path] ?? ""}`
    .replace("/log/tile/*", "/log/tile/entries/000.p/2")
    .replace("*", "nowhere")
    .replace(/:(\w+)/g, (_, name: string) => params[name] ?? "1");
}

async function answerOf(open: Opening, args: LoaderFunctionArgs & ActionFunctionArgs) {
  try {
    const given = await open(args);
    return { answer: wordFor(statusOf(given), given), problem: undefined };
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === "NotPermitted") return { answer: "no" as const, problem: undefined };
    return { answer: wordFor(statusOf(thrown, 500), thrown), problem: thrown };
  }
}

/** The status of a response, or of what Remix's data() wraps. */
function statusOf(given: unknown, otherwise = 200): number {
  if (given instanceof Response) return given.status;
  const wrapped = given as { type?: string; init?: { status?: number } | null } | null;
  if (wrapped?.type === "DataWithResponseInit") return wrapped.init?.status ?? 200;
  return otherwise;
}

function wordFor(status: number, given: unknown): Answer {
  if (status >= 500) return "BROKEN";
  if (status === 403) return "no";
  if (status === 404) return "404";
  const leadsTo = given instanceof Response ? (given.headers.get("Location") ?? "") : "";
  return /^\/(sign-in|step-up)\?(?!done=out)/.test(leadsTo) ? "sign-in" : "yes";
}

/** Those of the demonstration who have something: an organisation, a candidacy, a share of the key. */
export const people = {
  contact: "Valentina Silva Aguilar",
  candidate: "Ximena Robles",
  trustee: "Mateo Rivas",
} as const;

/** The cookie of a browser before which the knocker has just proved who she is. */
export type BrowserOf = (knocker: Knocker) => Promise<string>;

/** Three people of the demonstration, and somebody for each role alone. */
export async function knockersAmong(given: Given): Promise<BrowserOf> {
  await browsersByRole(given);
  await given.database.account.updateMany({ data: { mustChangePassword: false } });
  const nameOf = (knocker: Knocker) =>
    knocker in people ? people[knocker as keyof typeof people] : `Who Is ${knocker}`;
  let opened = 0;
  return async (knocker) => {
    if (knocker === "visitor") return "";
    const { id } = await given.database.account.findFirstOrThrow({ where: { name: nameOf(knocker) } });
    opened += 1;
    // Why a new one each time: what was asked before may have signed her out.
    return aSignedInBrowser(given, id, `browser ${opened} of ${knocker}`);
  };
}
