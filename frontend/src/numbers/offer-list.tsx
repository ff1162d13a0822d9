import { Button, Card, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useWords } from "@/i18n/catalogue";
import { practiceQueries } from "@/practice/queries";
import { useConfirm } from "@/ui/confirm";
import { phone } from "@/ui/format";
import { Phone } from "@/ui/person";
import { EmptyState, ErrorState, SkeletonList } from "@/ui/states";
import { useToast } from "@/ui/toast";
import classes from "./numbers.module.css";
import { numberQueries, type NumberFilter, type NumberOffer } from "./queries";
import { aboutNumber, useNumberActions } from "./resource";
import { numberWords } from "./words";

/** Numbers that are free now. */
export function OfferList({ filter }: { filter: NumberFilter }) {
  const words = useWords(numberWords);
  const toast = useToast();
  const navigate = useNavigate();
  const confirm = useConfirm();
  const { buy } = useNumberActions();
  const { data: sandbox } = useQuery(practiceQueries.sandbox());
  const { data: offers, error, refetch } = useQuery(numberQueries.available(filter));
  if (offers === undefined) {
    return error === null ? (
      <SkeletonList rows={8} rowHeight={56} />
    ) : (
      <ErrorState error={error} retry={() => void refetch()} />
    );
  }
  if (offers.length === 0) {
    return <EmptyState title={words.noOffers}>{words.noOffersText}</EmptyState>;
  }
  const costs = (number: string) => ({
    title: words.buyTitle(number),
    body: words.buyBody,
    action: words.choose(number),
  });
  const choose = async (number: string) => {
    const free = sandbox != null;
    const sure = free || (await confirm(costs(phone(number))));
    if (!sure) {
      return;
    }
    buy.mutate(number, {
      onSuccess: ({ state }) => {
        const say = state === "buying" ? words.gettingLater : words.gotten;
        toast.done(say(phone(number)));
        void navigate({ to: "/numbers" });
      },
      onError: (failure) => toast.failed(aboutNumber(failure, number)),
    });
  };
  return (
    <Card p={0}>
      <ul className={classes.offers}>
        {offers.map((offer) => (
          <li key={offer.number} className={classes.offer}>
            <div>
              <Text fw={550}>
                <Phone number={offer.number} />
              </Text>
              <Text size="sm" c="dimmed">
                <About offer={offer} />
              </Text>
            </div>
            <Button
              variant="default"
              aria-label={words.choose(phone(offer.number))}
              loading={buy.isPending && buy.variables === offer.number}
              disabled={buy.isPending}
              onClick={() => void choose(offer.number)}
            >
              {words.chooseShort}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function About({ offer }: { offer: NumberOffer }) {
  const words = useWords(numberWords);
  const place = [offer.locality, offer.region].filter((part) => part != null).join(", ");
  const facts = [
    place,
    offer.sms ? words.texts : words.callsOnly,
    offer.address_required ? words.address : "",
  ];
  return facts.filter((fact) => fact !== "").join(" · ");
}
