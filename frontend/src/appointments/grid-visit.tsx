import { Text, VisuallyHidden } from "@mantine/core";
import { useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { time } from "@/ui/format";
import { useZone } from "@/ui/zone";
import { momentAt, plusDays } from "@/ui/zoned";
import { useMoveByHand } from "./move";
import type { Appointment } from "./queries";
import { useServiceNames } from "./services";
import type { Placed } from "./week-layout";
import classes from "./week.module.css";
import { appointmentWords } from "./words";

/** So many minutes apart are the places where a visit can be put by hand. */
const STEP = 15;
/** A hand that shakes does not drag. */
const SLACK_PX = 5;

/** A visit in the grid: opened by a click, moved with the mouse or with Shift and the arrow keys. */
export function GridVisit(props: {
  placed: Placed;
  day: string;
  firstHour: number;
  hourPx: number;
  conflict: boolean;
  choose: (visit: Appointment) => void;
}) {
  const words = useWords(appointmentWords);
  const locale = useLocale();
  const zone = useZone();
  const names = useServiceNames();
  const move = useMoveByHand();
  const grip = useRef<{ x: number; y: number }>(undefined);
  const dragged = useRef(false);
  const [shift, setShift] = useState<{ x: number; y: number }>();
  const { visit, from, to, lane, lanes } = props.placed;
  const px = (minutes: number) => `${(minutes / 60) * props.hourPx}px`;

  const moveTo = (day: string, minutes: number) => {
    if (day !== props.day || minutes !== from) {
      void move(visit, momentAt(day, minutes, zone).toISOString());
    }
  };
  const drag = (event: PointerEvent) => {
    const start = grip.current;
    if (start === undefined) {
      return;
    }
    const by = { x: event.clientX - start.x, y: event.clientY - start.y };
    if (dragged.current || Math.hypot(by.x, by.y) > SLACK_PX) {
      dragged.current = true;
      setShift(by);
    }
  };
  const drop = (event: PointerEvent) => {
    const start = grip.current;
    grip.current = undefined;
    setShift(undefined);
    if (start === undefined || !dragged.current) {
      return;
    }
    const day = document
      .elementsFromPoint(event.clientX, event.clientY)
      .map((under) => under.closest<HTMLElement>("[data-day]")?.dataset.day)
      .find((found) => found !== undefined);
    const later = ((event.clientY - start.y) / props.hourPx) * 60;
    const minutes = Math.round((from + later) / STEP) * STEP;
    if (day !== undefined && minutes >= 0 && minutes < 24 * 60) {
      moveTo(day, minutes);
    }
  };
  const byKey = (event: KeyboardEvent) => {
    const steps: Record<string, [number, number]> = {
      ArrowUp: [0, -STEP],
      ArrowDown: [0, STEP],
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
    };
    const step = event.shiftKey ? steps[event.key] : undefined;
    if (step !== undefined) {
      event.preventDefault();
      moveTo(plusDays(props.day, step[0]), from + step[1]);
    }
  };
  return (
    <button
      type="button"
      className={classes.visit}
      data-conflict={props.conflict || undefined}
      data-dragged={shift !== undefined || undefined}
      aria-keyshortcuts="Shift+ArrowUp Shift+ArrowDown Shift+ArrowLeft Shift+ArrowRight"
      onPointerDown={(event) => {
        // Fingers scroll.
        if (event.button === 0 && event.pointerType !== "touch") {
          grip.current = { x: event.clientX, y: event.clientY };
          dragged.current = false;
          event.currentTarget.setPointerCapture(event.pointerId);
        }
      }}
      onPointerMove={drag}
      onPointerUp={drop}
      onPointerCancel={() => {
        grip.current = undefined;
        setShift(undefined);
      }}
      onKeyDown={byKey}
      onClick={() => {
        if (!dragged.current) {
          props.choose(visit);
        }
        dragged.current = false;
      }}
      style={{
        top: px(from - props.firstHour * 60),
        height: px(to - from),
        left: `${(lane / lanes) * 100}%`,
        width: `${100 / lanes}%`,
        transform: shift && `translate(${shift.x}px, ${shift.y}px)`,
      }}
    >
      <Text size="sm" fw={550} truncate component="span" display="block">
        {visit.name}
      </Text>
      <Text size="xs" truncate component="span" display="block">
        {time(visit.starts_at, zone, locale, { hour: "numeric", minute: "2-digit" })}{" "}
        {visit.reason ?? names(visit.service_id)}
      </Text>
      {props.conflict && <VisuallyHidden>{words.conflict}</VisuallyHidden>}
    </button>
  );
}
