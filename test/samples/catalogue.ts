/** A product the creator shows; prices in cents, rates in percent. All brands are invented. */
export interface SampleProduct {
  readonly weight: number;
  readonly price: number;
  readonly amazon: {
    readonly name: string;
    readonly asin: string;
    readonly category: string;
    readonly seller: string;
  } | null;
  readonly tiktok: {
    readonly name: string;
    readonly id: string;
    readonly skuId: string;
    readonly shop: string;
    readonly shopCode: string;
    readonly rate: number;
    readonly adsRate: number;
  } | null;
}

const kitchen = 'Kitchen & Dining';

type Row = readonly [
  weight: number,
  price: number,
  names: readonly [amazon: string | null, tiktok: string | null],
  category: string,
  rates: readonly [standard: number, ads: number],
];

const rows: readonly Row[] = [
  [
    18,
    2990,
    [
      'Ironvale Cast Iron Skillet, 10.25 Inch, Pre-Seasoned',
      'Ironvale Pre-Seasoned Cast Iron Skillet 10.25 Inch',
    ],
    kitchen,
    [12, 6],
  ],
  [
    14,
    3499,
    ['Pressa Citrus & Garlic Prep Set, Stainless Steel', 'Pressa Citrus & Garlic Prep Set, Stainless Steel'],
    kitchen,
    [18, 9],
  ],
  [
    12,
    1899,
    ['Loftwood Bamboo Drawer Organizer, Expandable', 'Loftwood Expandable Bamboo Drawer Organizer'],
    'Home',
    [15, 8],
  ],
  [
    11,
    4599,
    ['Bramble Digital Meat Thermometer, Wireless', 'Bramble Wireless Digital Meat Thermometer'],
    kitchen,
    [14, 7],
  ],
  [
    9,
    2199,
    ['Nestora Glass Food Storage Containers, 10 Piece', 'Nestora Glass Food Storage Containers 10 Piece'],
    kitchen,
    [16, 8],
  ],
  [
    8,
    7999,
    ['Crestline Enameled Dutch Oven, 5.5 Quart', 'Crestline Enameled Dutch Oven 5.5 Quart'],
    kitchen,
    [10, 5],
  ],
  [
    7,
    1499,
    ['Silka Silicone Baking Mats, Set of 3', 'Silka Silicone Baking Mats Set of 3'],
    kitchen,
    [20, 10],
  ],
  [
    6,
    2699,
    ['Alder & Ash Linen Kitchen Towels, 6 Pack', 'Alder & Ash Linen Kitchen Towels 6 Pack'],
    'Home',
    [15, 8],
  ],
  [
    5,
    12900,
    ['Vantro Countertop Ice Maker, Self-Cleaning', 'Vantro Self-Cleaning Countertop Ice Maker'],
    kitchen,
    [8, 4],
  ],
  [
    5,
    3299,
    [
      'Grateful Gourmet Rotary Cheese Grater with 3 Drums',
      'Grateful Gourmet Rotary Cheese Grater with 3 Drums',
    ],
    kitchen,
    [17, 9],
  ],
  [
    4,
    5499,
    ['Halcyon Electric Gooseneck Kettle, 0.9 Liter', 'Halcyon Electric Gooseneck Kettle 0.9 Liter'],
    kitchen,
    [12, 6],
  ],
  [
    4,
    1699,
    ['Mossgrove Indoor Herb Garden Starter Kit', 'Mossgrove Indoor Herb Garden Starter Kit'],
    'Patio, Lawn & Garden',
    [15, 8],
  ],
  [4, 8999, ['Oakhollow 27" Round Lazy Susan Board, Acacia', null], 'Home', [0, 0]],
  [3, 2450, ['The Weeknight Pan: 80 Dinners from One Skillet', null], 'Books & Textbooks', [0, 0]],
  [5, 1290, [null, 'Zestly Sprinkle Seasoning Trio Gift Box'], '', [13, 7]],
  [4, 2390, [null, 'PourPal Magnetic Spice Rack for Fridge 4 Shelf'], '', [19, 10]],
];

const sellers = ['Amazon.com', 'Amazon.com', 'Hearthline Goods', 'Amazon.com', 'Nordhaus Home'];
const shops = ['Kitchen Harbor', 'Loft & Larder Official', 'Bramble Home US', 'Everyday Pantry Shop'];

/** The creator's own products. */
export const catalogue: readonly SampleProduct[] = rows.map(
  ([weight, price, [amazon, tiktok], category, [rate, adsRate]], index) => ({
    weight,
    price,
    amazon:
      amazon === null
        ? null
        : {
            name: amazon,
            asin: `B0C${(7_310_573 + index * 104_729).toString(36).toUpperCase().padStart(7, 'K').slice(-7)}`,
            category,
            seller: sellers[index % sellers.length]!,
          },
    tiktok:
      tiktok === null
        ? null
        : {
            name: tiktok,
            id: `172945${(4_817_336_201_553n + BigInt(index) * 7_919_331_017n).toString()}`,
            skuId: `172951${(9_240_118_630_417n - BigInt(index) * 5_113_907_771n).toString()}`,
            shop: shops[index % shops.length]!,
            shopCode: `USLC${['A7K2', 'M3PX', 'Q9BD', 'T4RN'][index % shops.length]!}`,
            rate,
            adsRate,
          },
  }),
);

/** What else lies in shoppers' Amazon baskets (the halo), with the category names that reports use. */
export const halo: readonly {
  readonly name: string;
  readonly asin: string;
  readonly category: string;
  readonly price: number;
}[] = (
  [
    ['Frostleaf Stretch Leggings, High Waist', 'Clothing & Accessories', 2499],
    ['Tumblebrook Wooden Stacking Puzzle', 'Toys & Games', 1999],
    ['Pawly Salmon Training Treats, 2 lb', 'Pet Food & Supplies', 1899],
    ['Solenne Vitamin C Serum, 1 fl oz', 'Beauty & Grooming', 2195],
    ['Maison Ambre Hydrating Cream', 'Premium Beauty', 6800],
    ['Brightline USB-C Charger, 65W', 'Electronic Components & Home Audio', 3299],
    ['Nimbus Noise Cancelling Earbuds', 'Headphones', 7999],
    ['Larkspur Ground Coffee, Dark Roast, 2 lb', 'Grocery & Gourmet Food', 1749],
    ['Cleanwell Laundry Pods, 81 Count', 'Health & Household', 1997],
    ['Tallgrass Solar Path Lights, 8 Pack', 'Patio, Lawn & Garden', 3399],
    ['Gripforge Cordless Drill Driver Kit', 'Power & Hand Tools', 6900],
    ['Cinderpeak Camping Lantern, Rechargeable', 'Outdoor Recreation', 2799],
    ['Coreline Yoga Mat, 6 mm', 'Sports & Fitness', 2599],
    ['Little Wren Muslin Swaddle Blankets, 4 Pack', 'Baby & Nursery', 2995],
    ['The Slow Sunday Cookbook', 'Books & Textbooks', 1849],
    ['Amazon.com eGift Card', 'Amazon Gift Cards', 5000],
    ['Pixelforge 32" 4K Television', 'Home Entertainment: TV', 22999],
    ['Keystone Mechanical Keyboard', 'Computers, Tablets & Components', 5999],
    ['Harborview Bath Towels, Set of 6', 'Home', 4299],
    ['Marrow & Pine Bookshelf, 5 Tier', 'Furniture', 9999],
    ['Stridewell Slip-On Sneakers', 'Shoes, Handbags, Wallets, Sunglasses', 4495],
    ['Quillmark Gel Pens, 12 Pack', 'Office Products', 1299],
    ['Skybound Racer 3', 'Video Games', 4999],
  ] as const
).map(([name, category, price], index) => ({
  name,
  category,
  price,
  asin: `B0D${(5_881_337 + index * 86_243).toString(36).toUpperCase().padStart(7, 'R').slice(-7)}`,
}));

/** Percent of the US card in force since 2020-04-21, by the category names of reports. */
export const amazonRates: Readonly<Record<string, number>> = {
  'Kitchen & Dining': 4.5,
  Home: 3,
  Furniture: 3,
  'Patio, Lawn & Garden': 3,
  'Books & Textbooks': 4.5,
  'Clothing & Accessories': 4,
  'Toys & Games': 3,
  'Pet Food & Supplies': 3,
  'Beauty & Grooming': 3,
  'Premium Beauty': 10,
  'Electronic Components & Home Audio': 4,
  Headphones: 3,
  'Grocery & Gourmet Food': 1,
  'Health & Household': 1,
  'Power & Hand Tools': 3,
  'Outdoor Recreation': 3,
  'Sports & Fitness': 3,
  'Baby & Nursery': 3,
  'Amazon Gift Cards': 0,
  'Home Entertainment: TV': 2,
  'Computers, Tablets & Components': 2.5,
  'Shoes, Handbags, Wallets, Sunglasses': 4,
  'Office Products': 4,
  'Video Games': 1,
};
