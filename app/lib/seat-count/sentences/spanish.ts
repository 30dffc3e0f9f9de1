// The count's reasoning in Spanish, as it is written in Latin America.
import type { TieReason } from "../types.ts";
import type { SentenceFormats, Words } from "./words.ts";
import { inBrackets, isOne, listHolders } from "./words.ts";

const roles = { elected: "con mejor votación", staying: "sigue en funciones" };

const reasons: Record<TieReason, string> = {
  seat: "no hay cargos para todas esas personas",
  cap: "los límites solo admiten a una parte, de modo que quien vaya primero excluye a otra persona",
  term: "los cargos que les corresponderían tienen mandatos de distinta duración",
};

function votesOf(votes: number, { number }: SentenceFormats): string {
  return `${number(votes)} ${votes === 1 ? "voto" : "votos"}`;
}

export const spanish: Words = {
  SEATS: ({ seats, candidates }, { number }) =>
    `${seats === 1 ? "Se cubre un cargo" : `Se cubren ${number(seats)} cargos`} siguiendo el orden de votación, de más a menos votos. Candidaturas: ${number(candidates)}.`,
  CAP_CITIZENSHIP: ({ cap }, { number }) =>
    `Como máximo ${number(cap)} con la misma ciudadanía puede ejercer a la vez; cuentan todas las ciudadanías de cada persona.`,
  CAP_EMPLOYER: ({ cap }, { number }) =>
    `Como máximo ${number(cap)} con vínculo con la misma empresa o grupo puede ejercer a la vez.`,
  STAYS_IN_OFFICE: ({ name, citizenships, employerGroup }, formats) =>
    `${name}${inBrackets(citizenships, employerGroup, formats)} sigue en funciones y cuenta para estos límites.`,
  BLANK: ({ votes }, formats) =>
    `Abstención: ${votesOf(votes, formats)} por ninguna candidatura. Consta aquí y no ocupa ningún cargo.`,
  TIE_WITHOUT_EFFECT: ({ names, votes }, formats) =>
    `${formats.list(names)} tienen ${votesOf(votes, formats)} cada cual. Su orden no decide nada.`,
  TIE_DECIDED: ({ names, votes, method }, formats) =>
    `${formats.list(names)} tienen ${votesOf(votes, formats)} cada cual. ${method === "lot" ? "El sorteo registrado" : "La segunda vuelta registrada"} dio este orden.`,
  TIE_OPEN: ({ names, votes, reason, rule }, formats) =>
    `${formats.list(names)} tienen ${votesOf(votes, formats)} cada cual y ${reasons[reason]}. El recuento se detiene aquí hasta que decida ${rule === "lot" ? "un sorteo público" : "una segunda vuelta"}.`,
  ELECTED: ({ name, votes, rank, termYears }, formats) =>
    `${name} (${votesOf(votes, formats)}): obtiene el cargo ${formats.number(rank)}${termYears === 0 ? "" : termYears === 1 ? ", por un año" : `, por ${formats.number(termYears)} años`}.`,
  PASSED_OVER_CITIZENSHIP: ({ name, votes, shared, cap, ...who }, formats) =>
    `${name} (${votesOf(votes, formats)}): no obtiene el cargo, porque ${listHolders(who, roles, formats)} ${isOne(who) ? "tiene" : "tienen"} la misma ciudadanía (${formats.country(shared)}) y el límite es ${formats.number(cap)}.`,
  PASSED_OVER_EMPLOYER: ({ name, votes, shared, cap, ...who }, formats) =>
    `${name} (${votesOf(votes, formats)}): no obtiene el cargo, porque ${listHolders(who, roles, formats)} ${isOne(who) ? "tiene" : "tienen"} vínculo con la misma empresa o grupo (${shared}) y el límite es ${formats.number(cap)}.`,
  WITHDRAWN: ({ name, votes }, formats) =>
    `${name} (${votesOf(votes, formats)}): retiró su candidatura cuando la papeleta ya no podía cambiarse y no obtiene un cargo.`,
  NOT_SEATED: ({ name, votes }, formats) =>
    `${name} (${votesOf(votes, formats)}): no obtiene un cargo; ya están todos cubiertos.`,
  NOT_REACHED: ({ name, votes }, formats) =>
    `${name} (${votesOf(votes, formats)}): queda a la espera de que se decida el empate.`,
  SEATS_LEFT_EMPTY: ({ seats }, { number }) =>
    `No quedan candidaturas: ${seats === 1 ? "un cargo queda vacante" : `${number(seats)} cargos quedan vacantes`}.`,
  COMPLETE: ({ seats }, { number }) =>
    `${seats === 1 ? "El cargo está cubierto" : `Los ${number(seats)} cargos están cubiertos`}: el recuento está completo.`,
};
