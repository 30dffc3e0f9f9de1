// The switch between light, dark and the device's own.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Segments } from "./segments.tsx";
import type { Theme } from "./theme.ts";
import { themes } from "./theme.ts";

export interface ThemeSwitchProps {
  readonly action: string;
  readonly back: string;
  readonly initial: Theme;
  readonly onChoose: (theme: Theme) => void;
}

export function ThemeSwitch({ action, back, initial, onChoose }: ThemeSwitchProps) {
  const { t } = useTranslation("ui");
  const [current, setCurrent] = useState(initial);
  return (
    <Segments
      label={t("theme.label")}
      name="theme"
      action={action}
      back={back}
      current={current}
      segments={themes.map((theme) => ({ value: theme, label: t(`theme.${theme}`) }))}
      onChoose={(value) => {
        setCurrent(value as Theme);
        onChoose(value as Theme);
      }}
    />
  );
}
