// The built-in questionnaire, which holds until the commission writes a version for a body. Assumed: the association's own
// form is not public. Source: what the regulations on competencies and suitability (v2, 2024) name.
import { fileLimits } from "./file-limits.ts";
import type { QuestionnaireDocument, QuestionOfDocument } from "./questionnaire.ts";

function question(
  key: string,
  [es, en, pt]: readonly [string, string, string],
  rest: Partial<QuestionOfDocument> = {},
): QuestionOfDocument {
  const usual = {
    isRequired: true,
    most: fileLimits.questionnaireAnswer,
    explainWhen: "yes",
    isPublic: false,
  } as const;
  return { key, kind: "yes-no", label: { es, en, pt }, ...usual, ...rest };
}

export const defaultQuestionnaire: QuestionnaireDocument = {
  sections: [
    {
      key: "incompatibilities",
      questions: [
        question("other-body", [
          "¿Ocupa un cargo en otro órgano de la asociación, o es candidato o candidata a otro?",
          "Do you hold an office in another body of the association, or stand for another?",
          "Ocupa um cargo em outro órgão da associação, ou é candidato ou candidata a outro?",
        ]),
        question("staff", [
          "¿Trabaja o trabajó en los últimos dos años para la asociación?",
          "Do you work, or have you worked in the last two years, for the association?",
          "Trabalha ou trabalhou nos últimos dois anos para a associação?",
        ]),
        question("supplier", [
          "¿Usted, su empleador o un familiar cercano vende bienes o servicios a la asociación?",
          "Do you, your employer or a close relative sell goods or services to the association?",
          "Você, seu empregador ou um familiar próximo vende bens ou serviços à associação?",
        ]),
        question("dispute", [
          "¿Usted o su empleador tiene un litigio con la asociación?",
          "Are you or your employer in a legal dispute with the association?",
          "Você ou seu empregador tem um litígio com a associação?",
        ]),
      ],
    },
    {
      key: "capacities",
      questions: [
        question(
          "experience",
          [
            "¿Qué experiencia aporta a este cargo?",
            "What experience do you bring to this office?",
            "Que experiência traz para este cargo?",
          ],
          { kind: "words", explainWhen: null, isPublic: true },
        ),
        question(
          "reasons",
          [
            "¿Por qué quiere ocupar este cargo?",
            "Why do you want to hold this office?",
            "Por que quer ocupar este cargo?",
          ],
          { kind: "words", explainWhen: null, isPublic: true },
        ),
        question(
          "time",
          [
            "¿Dispone del tiempo que exige el cargo, viajes incluidos?",
            "Do you have the time that the office asks for, journeys included?",
            "Dispõe do tempo que o cargo exige, viagens incluídas?",
          ],
          { explainWhen: "no" },
        ),
      ],
    },
    {
      key: "suitability",
      questions: [
        question("convictions", [
          "¿Fue condenado o condenada por un delito contra el patrimonio, la fe pública o la administración?",
          "Have you been convicted of an offence against property, public trust or administration?",
          "Foi condenado ou condenada por crime contra o patrimônio, a fé pública ou a administração?",
        ]),
        question("bankruptcy", [
          "¿Está inhabilitado o inhabilitada para administrar una organización?",
          "Are you barred from managing an organisation?",
          "Está impedido ou impedida de administrar uma organização?",
        ]),
        question(
          "conduct",
          [
            "¿Acepta el código de conducta y declara que estas respuestas son verdaderas?",
            "Do you accept the code of conduct and declare that these answers are true?",
            "Aceita o código de conduta e declara que estas respostas são verdadeiras?",
          ],
          { explainWhen: "no" },
        ),
      ],
    },
  ],
};
