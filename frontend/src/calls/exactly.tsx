import { UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { lazy, Suspense, useId, useState } from "react";
import { late } from "@/api/late";
import { useWords } from "@/i18n/catalogue";
import { SkeletonList } from "@/ui/states";
import classes from "./exactly.module.css";
import { callWords } from "./words";

const CallEvents = lazy(() => late(() => import("./call-events")));

/** All that happened on a call, folded away: fetched by whoever wants to know. */
export function Exactly({ id }: { id: string }) {
  const words = useWords(callWords);
  const [open, setOpen] = useState(false);
  const content = useId();
  const Icon = open ? IconChevronDown : IconChevronRight;
  return (
    <>
      <h2 className={classes.title}>
        <UnstyledButton
          className={classes.button}
          aria-expanded={open}
          aria-controls={content}
          onClick={() => {
            setOpen(!open);
          }}
        >
          <Icon size={16} stroke={1.5} aria-hidden />
          {words.exactly}
        </UnstyledButton>
      </h2>
      <div id={content} className={classes.content} hidden={!open}>
        {open && (
          <Suspense fallback={<SkeletonList rowHeight={28} />}>
            <CallEvents id={id} />
          </Suspense>
        )}
      </div>
    </>
  );
}
