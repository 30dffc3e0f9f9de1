// An election that is over, from its calendar to the official result: the Electoral Commission, three seats, one of a citizenship.
// Its figures are those of 2018 in hundreds (1668, 1426, 1187, 759, …; 248 abstentions): the second is passed over. Names are invented.
import { conformityStatement } from "#app/lib/audit-bundle/index.ts";
import { signTrusteeStatement } from "#app/lib/ballot-protocol/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { rollStatement } from "#app/lib/roll-proof/index.ts";
import { approvableActs } from "#app/approvable-acts.server.ts";
import { approveProposal, proposeAct } from "#app/modules/approvals/index.server.ts";
import { signCheckpoint } from "#app/modules/audit-log/index.server.ts";
import { proposeStages } from "#app/modules/calendars/index.ts";
import {
  anchorProclamations,
  assembleDueEvidence,
  assembleEvidence,
  findCertificate,
  proclaimResult,
  signConformity,
} from "#app/modules/certificates/index.server.ts";
import { countUndecidedClaims, countUnsettledClaims } from "#app/modules/claims/index.server.ts";
import { archivedQuestionOf } from "#app/modules/elections/domain/contests.ts";
import {
  closeDueElections,
  createElection,
  createElectionInput,
  findElection,
  findRollSignatures,
  setCalendar,
  signRoll,
} from "#app/modules/elections/index.server.ts";
import {
  castSimulatedBallot,
  encryptSimulatedBallot,
} from "#app/modules/elections/simulation/commands/cast-simulated-ballot.server.ts";
import type {
  PersonActor,
  SimulatedTrustee,
} from "#app/modules/elections/simulation/commands/hold-key-ceremony.server.ts";
import { holdKeyCeremony, openSum } from "#app/modules/elections/simulation/commands/hold-key-ceremony.server.ts";
import type { IssuedCode } from "#app/modules/elections/simulation/commands/issue-voting-codes.server.ts";
import { issueVotingCodes } from "#app/modules/elections/simulation/commands/issue-voting-codes.server.ts";
import { sealByTwo } from "#app/modules/elections/simulation/commands/seal-by-two.server.ts";
import { fillBodies } from "./demonstration-bodies.ts";
import { objectAs, rejectClaim } from "./demonstration-claims.ts";
import type { SeededHouse } from "./demonstration-house.ts";
import { as, asSystem, daysAfter, freezeByTwo, memberNamed, publishCalendar } from "./demonstration-house.ts";

/** In the order of the ballot, which is alphabetical; with the votes of 2018 in hundreds, rounded. */
const candidates: readonly (readonly [name: string, citizenships: readonly string[], employer: string])[] = [
  ["Abril Etcheverry", ["UY"], "Fibra Oriental"], // 17: elected
  ["Benicio Larrañaga", ["UY"], ""], // 14: passed over, of one citizenship with the first
  ["Catalina Orozco", ["MX"], "Nube del Anáhuac"], // 12: elected
  ["Damián Yupanqui", ["EC"], ""], // 8: elected, for two years
  ["Eloísa Barrientos", ["AR"], "Red Pampeana"], // 4
  ["Florencio Maidana", ["AR"], ""], // 3
  ["Griselda Paucar", ["PE"], "Andina Datos"], // 2
  ["Horacio Linares", ["CL"], ""], // 2
  ["Isaura Peralta", ["CO"], "Enlace Caribe"], // 2
  ["Joel Samayoa", ["GT"], ""], // 1
  ["Kendra Phillips", ["BB"], "Windward Net"], // 1
  ["Lisandro Quiñones", ["PA"], ""], // 1
  ["Marcela Tupac", ["BO"], ""], // 1
];

/** Which member marks whom; together with what each member's votes weigh, this gives the figures above and two abstentions. */
const marks: readonly (readonly [member: string, candidates: readonly number[]])[] = [
  ["Telco Mitad del Mundo", [0, 3]],
  ["Grupo Fibra Norte", [1, 2]],
  ["Rede Serra Azul", [0, 2]],
  ["Cooperativa Eléctrica Pampa", [0, 1, 4]],
  ["Universidad del Río", [1, 5]],
  ["Datos Verdes", [6, 7]],
  ["Trinity Net", [8]],
  ["Red Cibao", []],
  ["Banco de los Llanos", [9, 10, 11]],
  ["Conexión Tegucigalpa", [12]],
];

const title = {
  es: "Comisión Electoral: tres cargos",
  en: "Electoral Commission: three seats",
  pt: "Comissão Eleitoral: três vagas",
};

/** Holds it whole; the call was at `call`, seven weeks pass. */
export async function holdPastElection(house: SeededHouse, now: Date, call: Date): Promise<void> {
  const { context, commission } = house;
  const goTo = (days: number) => context.clock.set(daysAfter(call, days));
  goTo(0);
  const electionId = await announce(house, now, call);
  goTo(2.1);
  await freezeByTwo(house, electionId);
  await objectToRoll(house, electionId, call);
  goTo(30);
  const trustees = await holdKeyCeremony(context, electionId, commission);
  const codes = await issueVotingCodes(as(house, commission[0]), electionId);
  goTo(32);
  for (const trustee of trustees) await signFinalRoll(house, electionId, trustee);
  goTo(33);
  expectOk(await sealByTwo(context, electionId, [commission[0], commission[1]]));
  await vote(house, electionId, codes, daysAfter(call, 34));
  goTo(41);
  await closeDueElections(context);
  goTo(41.05);
  await openSum(context, electionId, trustees.slice(0, 2));
  await assembleDueEvidence(context);
  await objectToResult(house, electionId, call);
  goTo(43.5);
  for (const trustee of trustees) await signResult(house, electionId, trustee);
  goTo(44);
  await proclaim(house, electionId);
  await anchorProclamations(context);
}

async function announce(house: SeededHouse, now: Date, call: Date): Promise<string> {
  const stages = proposeStages("electoral-commission", call, "call");
  const voting = stages.find(({ kind }) => kind === "voting");
  if (voting?.closesAt === undefined || voting.closesAt === null) throw new Error("the template has no voting");
  await fillBodies(house, now, voting.closesAt);
  const input = createElectionInput.parse({
    title,
    description: {
      es: "Elección de demostración que ya terminó, con las cifras de la de 2018 en cientos.",
      en: "A demonstration election that is over, with the figures of that of 2018 in hundreds.",
      pt: "Eleição de demonstração já encerrada, com os números da de 2018 em centenas.",
    },
    isTest: true,
    contests: [
      {
        kind: "candidates",
        bodyKey: "electoral-commission",
        seats: 3,
        maxChoices: 3,
        candidates: candidates.map(([name, citizenships, employerGroup]) => ({
          name,
          country: citizenships[0] ?? "",
          citizenships: [...citizenships],
          employerGroup,
        })),
      },
    ],
    trusteeAccountIds: house.commission.map(({ accountId }) => accountId),
    trusteeThreshold: 2,
    rollDate: daysAfter(call, 2).toISOString().slice(0, 10),
    opensAt: voting.opensAt,
    closesAt: voting.closesAt,
  });
  const staff = as(house, house.staff);
  const { electionId } = expectOk(await createElection(staff, input));
  expectOk(await setCalendar(staff, { electionId, stages, template: "electoral-commission" }));
  await publishCalendar(house, electionId);
  return electionId;
}

/** A member without addresses asks to be on the roll, and is answered. */
async function objectToRoll(house: SeededHouse, electionId: string, call: Date): Promise<void> {
  const text = "Nuestra organización opera un punto de intercambio desde 2004 y no figura en el padrón publicado.";
  house.context.clock.set(daysAfter(call, 12));
  const claim = { electionId, kind: "roll", ground: "missing", language: "es", text } as const;
  const claimId = await objectAs(house, "Punto de Intercambio del Istmo", claim);
  house.context.clock.set(daysAfter(call, 23));
  await rejectClaim(house, [house.commission[1], house.commission[0]], {
    claimId,
    marked: text.replace("opera un punto de intercambio desde 2004", "[[opera un punto de intercambio desde 2004]]"),
    reasons:
      "La organización solo tiene un número de sistema autónomo. Los votos dependen de las direcciones IP recibidas, y en la fecha del padrón no tenía ninguna.",
  });
}

/** What a commissioner's browser does with the key of her seat once the claims about the roll are decided. */
async function signFinalRoll(house: SeededHouse, electionId: string, { actor, key }: SimulatedTrustee): Promise<void> {
  const { context } = house;
  const { root, version, size, votes } = await findRollSignatures(context, electionId);
  const roll = { electionId, rollVersion: version, root: root ?? "", size, votes };
  const signature = signTrusteeStatement({
    ...{ group: "Ed25519", seed: key.seed, random: context.random },
    statement: rollStatement({ ...roll, trustee: key.index }),
  });
  const countUndecided = () => countUndecidedClaims(context, { electionId });
  const countUnsettled = () => countUnsettledClaims(context, { electionId, kind: "roll" });
  const counts = { countUndecidedClaims: countUndecided, countUnsettledClaims: countUnsettled };
  const signed = { electionId, root: roll.root, signature, ...counts };
  expectOk(await signRoll(as(house, actor), signed));
}

async function vote(house: SeededHouse, electionId: string, codes: readonly IssuedCode[], opensAt: Date) {
  const { context } = house;
  const election = await findElection(context, electionId);
  const questions = (election?.contests ?? []).map(archivedQuestionOf);
  for (const [position, [name, choices]] of marks.entries()) {
    const member = await memberNamed(context, name);
    const issued = codes.find(({ organizationHandle }) => organizationHandle === member.handle);
    if (issued === undefined) throw new Error(`${name} has no voting code`);
    context.clock.set(daysAfter(opensAt, 0.1 + position * 0.6));
    const ballot = {
      ...{ electionId, electionPayload: election?.electionPayload ?? "", questions, voter: member.contact },
      ...{ rollEntryId: issued.rollEntryId, code: issued.code, choices: [choices] },
    };
    await castSimulatedBallot(context, ballot, encryptSimulatedBallot(context, ballot));
  }
}

/** A member asks why the second was passed over; the answer is in the rules. */
async function objectToResult(house: SeededHouse, electionId: string, call: Date): Promise<void> {
  const { context } = house;
  const text = "La persona que obtuvo el segundo lugar no fue electa. Pedimos que se explique la razón.";
  context.clock.set(daysAfter(call, 41.6));
  const claimId = await objectAs(house, "Grupo Fibra Norte", { electionId, kind: "result", language: "es", text });
  context.clock.set(daysAfter(call, 43.1));
  await rejectClaim(house, [house.commission[0], house.commission[2]], {
    claimId,
    marked: text,
    reasons:
      "En la Comisión Electoral no puede haber más de una persona de una misma ciudadanía. La segunda persona más votada tiene la de la primera, de modo que el cargo pasa a quien le sigue. El recuento lo explica línea por línea.",
  });
  expectOk(await signCheckpoint(context));
  expectOk(await assembleEvidence(asSystem(context), { electionId }));
}

/** What a commissioner's browser does. */
async function signResult(house: SeededHouse, electionId: string, { actor, key }: SimulatedTrustee): Promise<void> {
  const { context } = house;
  const evidence = (await findCertificate(context, electionId))?.evidenceHash ?? "";
  const word = { electionId, evidence, answer: "conform", reasons: "" } as const;
  const statement = conformityStatement({ ...word, trustee: key.index });
  const signature = signTrusteeStatement({
    ...{ group: "Ed25519", seed: key.seed, statement, random: context.random },
  });
  expectOk(await signConformity(as(house, actor), { ...word, signature }));
}

async function proclaim(house: SeededHouse, electionId: string): Promise<void> {
  const [proposer, approver]: readonly PersonActor[] = house.commission;
  if (proposer === undefined || approver === undefined) throw new Error("the demonstration has no commission");
  const { proposalId } = expectOk(
    await proposeAct(as(house, proposer), proclaimResult, {
      ...{ subjectType: "election", subjectId: electionId, subjectTitle: title, payload: {} },
      reason: "Venció el plazo para reclamar y las tres personas de la Comisión dieron su conformidad.",
    }),
  );
  expectOk(await approveProposal(as(house, approver), approvableActs, { proposalId }));
}
