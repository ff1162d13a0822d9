import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from "@mantine/core";

const pine: MantineColorsTuple = [
  "#E6F1EE",
  "#CFE5DF",
  "#A5CFC4",
  "#79B8A8",
  "#4FB8A3",
  "#339884",
  "#1A7362",
  "#0F5C4D",
  "#0B473C",
  "#08342C",
];

/** From the lightest ink to the ground, as Mantine's dark scheme uses them. */
const dark: MantineColorsTuple = [
  "#F1EFEC",
  "#D6D2CC",
  "#A19C95",
  "#7D7872",
  "#3A3836",
  "#2C2B29",
  "#22211F",
  "#1C1C1A",
  "#141413",
  "#0E0E0D",
];

/** Warm, like the paper: what Mantine draws in grey. */
const gray: MantineColorsTuple = [
  "#F7F5F2",
  "#F1EEEA",
  "#E9E6E1",
  "#DDD9D3",
  "#CFCAC3",
  "#B3ADA5",
  "#8B857E",
  "#6B6762",
  "#45423F",
  "#2A2826",
];

export const theme = createTheme({
  primaryColor: "pine",
  primaryShade: { light: 7, dark: 4 },
  colors: { pine, gray, dark },
  black: "#1C1B1A",
  fontFamily: "'Inter Variable', 'Before Inter', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', Menlo, monospace",
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  lineHeights: { xs: "16px", sm: "18px", md: "20px", lg: "24px", xl: "28px" },
  spacing: { xs: "8px", sm: "12px", md: "16px", lg: "24px", xl: "32px" },
  radius: { xs: "4px", sm: "8px", md: "8px", lg: "12px", xl: "16px" },
  defaultRadius: "md",
  headings: {
    fontWeight: "650",
    sizes: {
      h1: { fontSize: "var(--fd-title-size)", lineHeight: "var(--fd-title-line)" },
      h2: { fontSize: "20px", lineHeight: "28px" },
      h3: { fontSize: "16px", lineHeight: "24px" },
    },
  },
  cursorType: "pointer",
  respectReducedMotion: true,
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input);
    const accent = input.color === undefined || input.color === "pine";
    return input.variant === "filled" && accent
      ? { ...colors, color: "var(--fd-on-accent)" }
      : colors;
  },
  components: {
    // In a sentence, colour alone does not tell a link.
    Anchor: { defaultProps: { underline: "always" } },
    Button: { defaultProps: { fw: 550, size: "sm" } },
    Card: { defaultProps: { withBorder: true, radius: "lg", padding: "md" } },
    Modal: {
      defaultProps: {
        radius: "lg",
        centered: true,
        transitionProps: { duration: 150, exitDuration: 0 },
      },
    },
    TextInput: { defaultProps: { size: "sm" } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300 } },
  },
});

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-body": "var(--fd-ground)",
    "--mantine-color-text": "var(--fd-ink)",
    "--mantine-color-dimmed": "var(--fd-secondary)",
    "--mantine-color-default-border": "var(--fd-line)",
    "--mantine-color-placeholder": "var(--fd-placeholder)",
    "--mantine-color-error": "var(--fd-loss)",
    "--mantine-color-disabled": "transparent",
    "--mantine-color-disabled-color": "var(--fd-placeholder)",
    "--mantine-color-disabled-border": "var(--fd-line)",
    "--mantine-color-anchor": "var(--fd-accent)",
  },
  dark: {
    "--mantine-color-body": "var(--fd-ground)",
    "--mantine-color-text": "var(--fd-ink)",
    "--mantine-color-dimmed": "var(--fd-secondary)",
    "--mantine-color-default": "var(--fd-card)",
    "--mantine-color-default-border": "var(--fd-line)",
    "--mantine-color-placeholder": "var(--fd-placeholder)",
    "--mantine-color-error": "var(--fd-loss)",
    "--mantine-color-disabled": "transparent",
    "--mantine-color-disabled-color": "var(--fd-placeholder)",
    "--mantine-color-disabled-border": "var(--fd-line)",
    "--mantine-color-anchor": "var(--fd-accent)",
    "--mantine-color-pine-light": "#1D433B",
    "--mantine-color-pine-light-hover": "#235047",
    "--mantine-color-pine-light-color": "#A5DCCF",
  },
});
