import { cardInForce } from '../../../../shared/domain/card-in-force.ts';
import { toEpochDay } from '../../../../shared/domain/day.ts';
import { matchCategory } from '../../../../shared/domain/match-category.ts';
import type { AmazonOffer } from '../../../../shared/domain/product.ts';
import type { Quantity } from '../../../../shared/domain/quantity.ts';
import type { Reference } from '../../../../shared/domain/reference.ts';
import type { Scenario } from '../../../../shared/domain/scenario.ts';
import { mean, meanLevel, meanOf, meanOverMedian } from '../../../../shared/learn/expected-views.ts';
import { seasonWeeks } from '../../../../shared/learn/season-of.ts';

/** Mean of a quantity; 1 where there is none. */
export const m = (quantity: Quantity | null | undefined): number => (quantity ? mean(quantity.value) : 1);

/** Commission of one kept Amazon order: the first item, and the halo or more of the same. */
const amazonOrder = (reference: Reference, scenario: Scenario, offer: AmazonOffer, price: number): number => {
  const card = cardInForce(reference.cards, scenario.market, scenario.start);
  const row = (category: string) => matchCategory(category, card!, reference.categoryNames)!;
  const rate = offer.rate ? m(offer.rate) : row(offer.category).rate / 1e6;
  const { halo } = offer;
  if (!halo) return price * m(offer.itemsPerOrder) * rate;
  const shares = halo.categories.reduce((sum, { share }) => sum + share, 0);
  const beside = halo.categories.reduce(
    (sum, { category, share }) => sum + (share / shares) * (row(category).indirectRate / 1e6),
    0,
  );
  return price * rate + (m(offer.itemsPerOrder) - 1) * m(halo.price) * beside;
};

/** Expected orders, items and commission of one program over the scenario's year, without policy, for a constant share of videos. */
export const expectedYearOf =
  (reference: Reference) => (scenario: Scenario, program: 'amazon' | 'tiktokShop', share: number) => {
    const { content, products, programs, start, weeks } = scenario;
    const first = toEpochDay(start);
    const views =
      m(content.videosPerWeek) *
      m(content.viewsPerVideo) *
      meanOf(content.viewsLogSd.value, sd =>
        meanOf(content.viewsTail!.value, tail => meanOverMedian(sd, tail)),
      ) *
      meanLevel(content.levelDrift.value, content.growthPerYear.value, weeks) *
      m(content.marketFactor) *
      seasonWeeks(content.season.factors, first, first + weeks * 7 - 1) *
      share;
    const factor = m(programs[program].orderFactor);
    const shares = products.reduce((sum, product) => sum + product.videoShare, 0);
    let orders = 0;
    let items = 0;
    let clicks = 0;
    let commission = 0;
    for (const product of products) {
      const offer = product[program];
      if (!offer) continue;
      const clicked = ((views * product.videoShare) / shares) * m(offer.clickRate);
      const sold = clicked * factor * m(offer.conversion);
      const kept = sold * (1 - m(offer.returnShare));
      clicks += clicked;
      orders += sold;
      if ('itemsPerOrder' in offer) {
        items += sold * m(offer.itemsPerOrder);
        commission += kept * amazonOrder(reference, scenario, offer, m(product.price));
      } else {
        const rate = m(offer.rate) * (1 - m(offer.adsShare)) + m(offer.adsRate) * m(offer.adsShare);
        commission += kept * m(product.price) * m(offer.baseShare) * rate;
      }
    }
    return { orders, items, clicks, commission: commission * 100 };
  };
