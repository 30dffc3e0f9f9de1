// Beside Checkbox, under the name by which it is looked for.
export { CheckboxGroup } from "./checkbox.tsx";
export type { CheckboxGroupProps, GroupOption } from "./checkbox.tsx";
