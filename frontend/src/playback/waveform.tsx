import classes from "./player.module.css";

const HEIGHT = 24;
/** What is hardly heard is still seen. */
const LEAST = 0.06;

/** How loud somebody was over the time, as bars; those that were played stand out. */
export function Waveform(props: {
  values: readonly number[];
  speaker: "caller" | "receptionist";
  /** How much was played, 0 to 1. */
  played: number;
}) {
  const bars = path(props.values);
  const clip = `played-${props.speaker}`;
  return (
    <svg
      className={classes.wave}
      data-speaker={props.speaker}
      viewBox={`0 0 ${props.values.length} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      <clipPath id={clip}>
        <rect width={props.played * props.values.length} height={HEIGHT} />
      </clipPath>
      <path d={bars} className={classes.bars} />
      <path d={bars} className={classes.played} clipPath={`url(#${clip})`} />
    </svg>
  );
}

/** Loudness is heard by its root. */
function path(values: readonly number[]): string {
  return values
    .map((value, i) => {
      const half = (HEIGHT / 2) * Math.max(LEAST, Math.sqrt(value / 100));
      return `M${i + 0.15} ${HEIGHT / 2 - half}h.7v${2 * half}h-.7z`;
    })
    .join("");
}
