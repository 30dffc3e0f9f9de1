// The count's reasoning in Brazilian Portuguese.
import type { TieReason } from "../types.ts";
import type { SentenceFormats, Words } from "./words.ts";
import { inBrackets, isOne, listHolders } from "./words.ts";

const roles = { elected: "com mais votos", staying: "continua no cargo" };

const reasons: Record<TieReason, string> = {
  seat: "não há cargos para todas essas pessoas",
  cap: "os limites admitem apenas parte delas, de modo que quem vier primeiro exclui outra pessoa",
  term: "os cargos que lhes caberiam têm mandatos de duração diferente",
};

function votesOf(votes: number, { number }: SentenceFormats): string {
  return `${number(votes)} ${votes === 1 ? "voto" : "votos"}`;
}

export const portuguese: Words = {
  SEATS: ({ seats, candidates }, { number }) =>
    `${seats === 1 ? "Preenche-se um cargo" : `Preenchem-se ${number(seats)} cargos`} pela ordem de votação, de mais a menos votos. Candidaturas: ${number(candidates)}.`,
  CAP_CITIZENSHIP: ({ cap }, { number }) =>
    `No máximo ${number(cap)} com a mesma cidadania pode exercer ao mesmo tempo; contam todas as cidadanias de cada pessoa.`,
  CAP_EMPLOYER: ({ cap }, { number }) =>
    `No máximo ${number(cap)} com vínculo com a mesma empresa ou grupo pode exercer ao mesmo tempo.`,
  STAYS_IN_OFFICE: ({ name, citizenships, employerGroup }, formats) =>
    `${name}${inBrackets(citizenships, employerGroup, formats)} continua no cargo e conta para estes limites.`,
  BLANK: ({ votes }, formats) =>
    `Abstenção: ${votesOf(votes, formats)} para nenhuma candidatura. Consta aqui e não ocupa nenhum cargo.`,
  TIE_WITHOUT_EFFECT: ({ names, votes }, formats) =>
    `${formats.list(names)} têm ${votesOf(votes, formats)} cada. A ordem entre essas pessoas não decide nada.`,
  TIE_DECIDED: ({ names, votes, method }, formats) =>
    `${formats.list(names)} têm ${votesOf(votes, formats)} cada. ${method === "lot" ? "O sorteio registrado" : "O segundo turno registrado"} deu esta ordem.`,
  TIE_OPEN: ({ names, votes, reason, rule }, formats) =>
    `${formats.list(names)} têm ${votesOf(votes, formats)} cada, e ${reasons[reason]}. A contagem para aqui até que ${rule === "lot" ? "um sorteio público" : "um segundo turno"} decida.`,
  ELECTED: ({ name, votes, rank, termYears }, formats) =>
    `${name} (${votesOf(votes, formats)}): obtém o cargo ${formats.number(rank)}${termYears === 0 ? "" : termYears === 1 ? ", por um ano" : `, por ${formats.number(termYears)} anos`}.`,
  PASSED_OVER_CITIZENSHIP: ({ name, votes, shared, cap, ...who }, formats) =>
    `${name} (${votesOf(votes, formats)}): não obtém o cargo, porque ${listHolders(who, roles, formats)} ${isOne(who) ? "tem" : "têm"} a mesma cidadania (${formats.country(shared)}) e o limite é ${formats.number(cap)}.`,
  PASSED_OVER_EMPLOYER: ({ name, votes, shared, cap, ...who }, formats) =>
    `${name} (${votesOf(votes, formats)}): não obtém o cargo, porque ${listHolders(who, roles, formats)} ${isOne(who) ? "tem" : "têm"} vínculo com a mesma empresa ou grupo (${shared}) e o limite é ${formats.number(cap)}.`,
  WITHDRAWN: ({ name, votes }, formats) =>
    `${name} (${votesOf(votes, formats)}): retirou a candidatura quando a cédula já não podia mudar e não obtém um cargo.`,
  NOT_SEATED: ({ name, votes }, formats) =>
    `${name} (${votesOf(votes, formats)}): não obtém um cargo; todos já estão preenchidos.`,
  NOT_REACHED: ({ name, votes }, formats) => `${name} (${votesOf(votes, formats)}): aguarda a decisão do empate.`,
  SEATS_LEFT_EMPTY: ({ seats }, { number }) =>
    `Não restam candidaturas: ${seats === 1 ? "um cargo fica vago" : `${number(seats)} cargos ficam vagos`}.`,
  COMPLETE: ({ seats }, { number }) =>
    `${seats === 1 ? "O cargo está preenchido" : `Os ${number(seats)} cargos estão preenchidos`}: a contagem está completa.`,
};
