// The page of the directory: what its loader gives for each kind of question, and that it counts questions as the other doors do.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { expect, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import { directoryOfPages } from "#app/modules/directory/index.server.ts";
import { loader } from "#app/modules/directory/routes/open/lookup.tsx";
import { importRegister } from "#app/modules/resources/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { QueryMeter } from "#app/platform/query-meter.server.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

const dayOne = new URL("../../fixtures/register/day-1.txt", import.meta.url).pathname;

function args(ground: Context, query: string, meter?: QueryMeter): LoaderFunctionArgs {
  const directory = directoryOfPages(ground);
  return {
    request: new Request(`http://localhost:3000/lookup?query=${encodeURIComponent(query)}`),
    params: {},
    context: {
      ...{ ground, cspNonce: "n", clientAddress: "192.0.2.1" },
      directory: meter === undefined ? directory : { ...directory, meter },
    },
  };
}

describeOnEachDatabase(
  "the page of the directory",
  (given) => {
    test("it shows a network with its holder and contacts, and what WHOIS says", async () => {
      const ground = given.context({ actor: { kind: "visitor" } });
      expectOk(await importRegister(given.context(), { path: dayOne }));
      const { outcome } = await loader(args(ground, " 198.18.0.1 "));
      expect(outcome).toMatchObject({
        kind: "found",
        found: { kind: "network", title: "198.18.0.0/22", status: "allocated", registeredOn: "2015-06-01" },
        rdapHref: "http://localhost:3000/rdap/ip/198.18.0.0/22",
      });
      const found = outcome?.kind === "found" ? outcome : undefined;
      expect(found?.found.contacts.map(({ roles }) => roles)).toEqual([["administrative", "technical", "abuse"]]);
      expect(found?.whois).toMatch(/^inetnum: {5}198\.18\.0\.0\/22\n/);
      expect((await loader(args(ground, "as64496"))).outcome).toMatchObject({ found: { title: "AS64496" } });
      expect((await loader(args(ground, "198.18.8.1"))).outcome).toEqual({ kind: "no-match" });
      expect((await loader(args(ground, "who has it?"))).outcome).toEqual({ kind: "unreadable" });
      expect((await loader(args(ground, ""))).outcome).toBeUndefined();
    });

    test("who asks too much is told how long to wait", async () => {
      const ground = given.context({ actor: { kind: "visitor" } });
      const meter = new QueryMeter({ perMinute: 1, reducedPerMinute: 0, waitSeconds: 60 });
      expect((await loader(args(ground, "198.18.0.1", meter))).outcome?.kind).toBe("no-match");
      expect((await loader(args(ground, "198.18.0.1", meter))).outcome).toMatchObject({ kind: "too-many" });
    });
  },
  { on: "sqlite" },
);
