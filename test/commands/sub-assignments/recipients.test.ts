// Recipients who are entered on the way: what is made of them, what their contact is told, and what nobody learns of anybody else.
import { expect, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import { createAccount, findOnlyAccountsByEmail, getAccount } from "#app/modules/accounts/index.server.ts";
import { listContactsOf, listOrganizationsOfContact } from "#app/modules/organizations/index.server.ts";
import { findNetwork } from "#app/modules/resources/index.server.ts";
import { registerWithin } from "#app/modules/sub-assignments/commands/register-sub-assignment.server.ts";
import { previewAct, registerSubAssignment } from "#app/modules/sub-assignments/index.server.ts";
import { deliverPost } from "#test/factories/post.ts";
import { aBlock, aCustomer, block, newCustomer, read, there } from "#test/factories/sub-assignments.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

const range = read("198.18.1.0/24");

describeOnEachDatabase("recipients of sub-assignments", (given) => {
  test("whoever's address is typed becomes nobody's contact by it, is named to nobody, and is told by mail", async () => {
    const { system, context } = await aBlock(given);
    const known = { name: "Víctor Conocido", email: "victor@known.example", language: "es" } as const;
    const { accountId } = expectOk(await createAccount(system, known));
    const passwordHash = "chosen after a mail to the address";
    await system.database.account.update({ where: { id: accountId }, data: { passwordHash } });
    const inputFor = (contactEmail: string) => {
      return { block, range, ...aCustomer("", { recipient: { ...newCustomer, contactEmail } }) };
    };
    const answerFor = async (email: string) => {
      const preview = await previewAct(context, (within) => registerWithin(within, inputFor(email), true));
      return JSON.stringify([expectOk(preview).recipient, expectOk(preview).after]).replaceAll(email, "ADDRESS");
    };
    const answer = await answerFor(known.email);
    expect(answer).toContain("ADDRESS");
    expect(answer).not.toContain("Víctor");
    expect(answer).toBe(await answerFor("nobody@known.example"));
    const where = { toAddress: known.email };
    expect(await system.database.outgoingMail.count({ where })).toBe(0);
    expectOk(await registerSubAssignment(context, inputFor(known.email)));
    const mails = (await deliverPost(given)).filter(({ to }) => to === known.email);
    expect(mails.map(({ text }) => text)).toEqual([expect.stringMatching(/Panadería El Trigo[^]*198\.18\.1\.0\/24/)]);
    expect(await listOrganizationsOfContact(system, accountId)).toEqual([]);
    expect(await findOnlyAccountsByEmail(system, [known.email])).toEqual(new Map([[known.email, accountId]]));
    const { organizationId } = await there(context, "198.18.1.0/24");
    const [contact] = await listContactsOf(system, [organizationId]);
    expect(contact).toMatchObject({ name: newCustomer.contactName, email: known.email });
    expect(await getAccount(system, contact?.accountId ?? "")).toMatchObject({ hasPassword: false, roles: [] });
  });

  test("nothing and nobody is made of a recipient whose range is refused, and no mail leaves", async () => {
    const { system, context } = await aBlock(given);
    const before = await system.database.account.count();
    const wish = { recipient: newCustomer, abuseUserId: "ZZZ99" };
    const outcome = await registerSubAssignment(context, { block, range, ...aCustomer("", wish) });
    expect(outcome).toMatchObject({ error: { code: "CONTACT_UNKNOWN" } });
    expect(await findNetwork(context, { prefix: range })).toBeUndefined();
    expect(await system.database.account.count()).toBe(before);
    expect(await system.database.outgoingMail.count({ where: { toAddress: newCustomer.contactEmail } })).toBe(0);
  });
});
