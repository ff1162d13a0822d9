import { Anchor, Button, Card, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { businessQueries } from "@/business/queries";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { when } from "@/ui/format";
import { TalkToIt } from "@/talk/talk-to-it";
import { PageHeader } from "@/ui/page-header";
import { EmptyState, ErrorState, SkeletonList } from "@/ui/states";
import type { Versioned } from "@/ui/versioned";
import { useNow } from "@/ui/when";
import { useZone } from "@/ui/zone";
import classes from "./receptionist.module.css";
import { isUnpublished } from "./draft";
import { GreetingNotice } from "./greeting-notice";
import { Letter } from "./letter";
import { ModelNotices } from "./model-notices";
import { usePublish } from "./publish";
import { People } from "./people";
import { receptionistQueries, type Receptionist } from "./queries";
import { useDraft } from "./resource";
import { Services } from "./services";
import { Staff } from "./staff";
import { Told } from "./told";
import { Unheard } from "./unheard";
import { Versions } from "./versions";
import { receptionistWords } from "./words";

/** Who answers the phone, and how: what is edited, and what callers hear. */
export function ReceptionistPage() {
  const words = useWords(receptionistWords);
  const usual = useQuery(receptionistQueries.usual());
  if (typeof usual.data === "string") {
    return <OfReceptionist id={usual.data} />;
  }
  return (
    <>
      <PageHeader title={words.name} />
      {usual.data === null ? (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      ) : usual.isError ? (
        <ErrorState error={usual.error} retry={() => void usual.refetch()} />
      ) : (
        <SkeletonList rows={3} rowHeight={260} />
      )}
    </>
  );
}

function OfReceptionist({ id }: { id: string }) {
  const words = useWords(receptionistWords);
  const edited = useQuery(receptionistQueries.edited(id));
  if (edited.data !== undefined) {
    return <Page read={edited.data} />;
  }
  return (
    <>
      <PageHeader title={words.name} />
      {edited.isError ? (
        <ErrorState error={edited.error} retry={() => void edited.refetch()} />
      ) : (
        <SkeletonList rows={3} rowHeight={260} />
      )}
    </>
  );
}

/** The page as a letter to a new employee, with the telephone to try it beside. */
function Page({ read }: { read: Versioned<Receptionist> }) {
  const words = useWords(receptionistWords);
  const { id } = read.value;
  const locale = useLocale();
  const zone = useZone();
  const now = useNow();
  const { data: business } = useQuery(businessQueries.profile());
  const { data: versions } = useQuery(receptionistQueries.versions(id));
  const resource = useDraft(id);
  // What the forms are made from anew once the draft was replaced under them.
  const [restored, setRestored] = useState<Versioned<Receptionist>>();
  const current = versions?.[0];
  const unpublished = versions !== undefined && isUnpublished(read.value, current?.config);
  const publish = usePublish(id);
  return (
    <>
      <PageHeader
        title={words.title(read.value.name, business?.name ?? "")}
        name={words.name}
        about={
          unpublished
            ? words.draft
            : current !== undefined && words.live(when(current.published_at, now, zone, locale))
        }
        actions={
          <Button
            disabled={!unpublished}
            loading={publish.isPending}
            onClick={() => publish.mutate()}
          >
            {words.publish}
          </Button>
        }
      />
      <div className={classes.phone}>
        <TalkToIt
          receptionist={id}
          language={read.value.languages[0] ?? "en"}
          hasDraft={unpublished}
        />
      </div>
      <Stack gap="lg" maw={640} key={restored?.tag}>
        <ModelNotices id={id} />
        <GreetingNotice id={id} />
        <Letter business={business?.name ?? ""} read={read} resource={resource} />
        <Knows />
        <People read={read} resource={resource} />
        <Services />
        <Staff />
        <Told id={id} />
        {/* At the end: it comes and goes while somebody writes further up. */}
        {unpublished && current !== undefined && <Unheard id={id} />}
        {versions !== undefined && (
          <Versions id={id} versions={versions} onRestored={setRestored} />
        )}
      </Stack>
    </>
  );
}

/** The way to what it knows, which has a page of its own. */
function Knows() {
  const words = useWords(receptionistWords);
  return (
    <Card component="section" p="lg">
      <Anchor component={Link} to="/receptionist/knowledge" fw={650}>
        {words.knows}
      </Anchor>
      <Text c="dimmed">{words.knowsAbout}</Text>
      <Anchor component={Link} to="/receptionist/tools" fw={650} mt="sm" display="block">
        {words.tools}
      </Anchor>
      <Text c="dimmed">{words.toolsAbout}</Text>
    </Card>
  );
}
