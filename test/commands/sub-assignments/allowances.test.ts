// How much one technical contact may do at the pages of acts: previews count, and so does every recipient who would be written to.
import type { ActionFunctionArgs } from "@remix-run/node";
import { expect, test } from "vitest";
import { recipientsOfPerson, actsOfPerson } from "#app/modules/sub-assignments/domain/act-allowances.ts";
import { action } from "#app/modules/sub-assignments/routes/my/sub-assign.tsx";
import { admitAttempt } from "#app/platform/rate-limits.server.ts";
import { aSignedInBrowser } from "#test/factories/browsers-by-role.ts";
import { aBlock, newCustomer } from "#test/factories/sub-assignments.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

describeOnEachDatabase(
  "the pages of acts",
  (given) => {
    test.each([
      ["previews", actsOfPerson, "preview"],
      ["recipients entered anew", recipientsOfPerson, "confirm"],
    ])("slow down whoever makes too many %s", async (_name, allowance, step) => {
      const { context, actor, system } = await aBlock(given);
      const cookie = await aSignedInBrowser(given, actor.accountId, "token of the technical contact");
      const post = async () => {
        const fields = { step, who: "new", range: "198.18.1.0/24", assignedOn: "2026-03-01", ...newCustomer };
        const body = new URLSearchParams(fields);
        const request = new Request("http://localhost:3000/", { method: "POST", body, headers: { Cookie: cookie } });
        const surroundings = { ground: context, cspNonce: "", clientAddress: "" };
        const args: ActionFunctionArgs = { request, params: { prefix: "198.18.0.0-22" }, context: surroundings };
        const answer: unknown = await action(args).catch((thrown: unknown) => thrown);
        return answer instanceof Response
          ? "done"
          : (answer as { data: { refusal?: { code: string } } }).data.refusal?.code;
      };
      for (let time = 0; time < allowance.free; time += 1) await admitAttempt(context, allowance, actor.accountId);
      expect(await post()).not.toBe("TOO_MANY_ACTS");
      const mails = await system.database.outgoingMail.count();
      expect(await post()).toBe("TOO_MANY_ACTS");
      expect(await system.database.outgoingMail.count()).toBe(mails);
    });
  },
  { on: "sqlite" },
);
