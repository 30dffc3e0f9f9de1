// Front door for the browser: stages, templates, and what is wrong with a calendar.
export type { Stage, StageKind } from "./domain/stages.ts";
export {
  edgeOf,
  inOrder,
  isStageKind,
  optionalStages,
  requiredStages,
  stageKinds,
  stageRules,
  stageWord,
  withoutCandidates,
} from "./domain/stages.ts";
export type { StageRefusal } from "./domain/stage-gate.ts";
export { decideOver, decideStage } from "./domain/stage-gate.ts";
export type { StageProblem, StageProblemCode } from "./domain/check-stages.ts";
export { checkStages } from "./domain/check-stages.ts";
export type { TemplateKey } from "./domain/templates.ts";
export { assumedStages, isTemplateKey, proposeStages, templateFor, templateKeys } from "./domain/templates.ts";
export type { StageChange } from "./domain/stage-changes.ts";
export { changesOfStages } from "./domain/stage-changes.ts";
export type { StageOnPaper, StagesRead } from "./domain/stages-form.ts";
export { readStages, stagesFromJson, stagesToJson } from "./domain/stages-form.ts";
export { CalendarEditor } from "./ui/calendar-editor.tsx";
export { CalendarFacts } from "./ui/calendar-facts.tsx";
export { TemplateForm } from "./ui/template-form.tsx";
export { TimelinePicture } from "./ui/timeline-picture.tsx";
export { useProblemSentence } from "./ui/use-problem-sentence.ts";
