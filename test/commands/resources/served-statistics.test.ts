// The statistics file for strangers: what they get, and how little work they can make.
import { beforeEach, expect, test, vi } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import { importRegister } from "#app/modules/resources/index.server.ts";
import { loader } from "#app/modules/resources/routes/open/statistics-file.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

const fixture = (name: string) => new URL(`../../fixtures/register/${name}`, import.meta.url).pathname;

describeOnEachDatabase(
  "the statistics file",
  (given) => {
    beforeEach(() => {
      vi.restoreAllMocks();
    });

    async function fetchFile(name = "delegated-plenic-extended-latest"): Promise<string> {
      const request = new Request(`http://localhost:3000/statistics/${name}`);
      const context = { ground: given.context(), cspNonce: "", clientAddress: "" };
      const answer = await loader({ request, params: { statistics: name }, context }).catch(
        (thrown: unknown) => thrown,
      );
      if (!(answer instanceof Response)) throw answer;
      return answer.ok ? answer.text() : String(answer.status);
    }

    test("is written once for all who ask, and follows the register within a minute", async () => {
      expectOk(await importRegister(given.context(), { path: fixture("day-1.txt") }));
      const readings = vi.spyOn(given.database.holding, "findMany");
      const files = await Promise.all(Array.from({ length: 20 }, () => fetchFile()));
      expect(new Set(files).size).toBe(1);
      expect(files[0]).toContain("plenic|");
      expect(await fetchFile("delegated-plenic-extended-latest.md5")).toMatch(
        /^MD5 \(delegated-plenic-extended-latest\)/,
      );
      expect(readings).toHaveBeenCalledTimes(1);
      expectOk(await importRegister(given.context(), { path: fixture("day-2.txt") }));
      readings.mockClear();
      expect(await fetchFile()).toBe(files[0]);
      expect(readings).not.toHaveBeenCalled();
      given.clock.set(new Date(given.clock.now().getTime() + 60_000));
      expect(await fetchFile()).not.toBe(files[0]);
      expect(await fetchFile("delegated-nobody-extended-latest")).toBe("404");
    });
  },
  { on: "sqlite" },
);
