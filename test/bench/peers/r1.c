/*
 * R1 in plain C, exact counts: what a careful C programmer would write. gcc -O3 -march=native r1.c -lm
 * Arguments: products weeks trials seed repeats. Prints one JSON line; `ms` is the fastest repeat, `times` are all.
 * Generator xoshiro256++; normals by the polar method; beta by two gammas (Marsaglia-Tsang); Poisson by multiplication
 * below 10, else Hormann's PTRS; binomial by inversion for n p < 10, else Hormann's BTRS.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static uint64_t s[4];
static double spare;
static int has_spare;

static inline uint64_t rotl(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }
static inline uint64_t next(void) {
  uint64_t result = rotl(s[0] + s[3], 23) + s[0], t = s[1] << 17;
  s[2] ^= s[0]; s[3] ^= s[1]; s[1] ^= s[2]; s[0] ^= s[3]; s[2] ^= t; s[3] = rotl(s[3], 45);
  return result;
}
static inline double uniform(void) { return ((next() >> 11) + 0.5) * 0x1.0p-53; }
static void seed(uint64_t x) {
  for (int i = 0; i < 4; i++) {
    uint64_t z = (x += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL; z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    s[i] = z ^ (z >> 31);
  }
  has_spare = 0;
}
static double normal(void) {
  if (has_spare) { has_spare = 0; return spare; }
  double u, v, q;
  do { u = 2 * uniform() - 1; v = 2 * uniform() - 1; q = u * u + v * v; } while (q >= 1 || q == 0);
  double f = sqrt(-2 * log(q) / q);
  spare = v * f; has_spare = 1;
  return u * f;
}
static double gamma_draw(double shape) {
  double d = shape - 1.0 / 3, c = 1 / sqrt(9 * d);
  for (;;) {
    double z = normal(), v = 1 + c * z;
    if (v <= 0) continue;
    v = v * v * v;
    double u = uniform();
    if (u < 1 - 0.0331 * z * z * z * z || log(u) < 0.5 * z * z + d * (1 - v + log(v))) return d * v;
  }
}
static double beta_draw(double a, double b) { double x = gamma_draw(a); return x / (x + gamma_draw(b)); }
static double log_factorial_table[256];
static inline double log_factorial(double k) {
  if (k < 256) return log_factorial_table[(int)k];
  double x = k + 1;
  return (x - 0.5) * log(x) - x + 0.9189385332046727 + 1 / (12 * x) - 1 / (360 * x * x * x);
}
static double poisson(double mean) {
  if (mean < 10) {
    double limit = exp(-mean), p = uniform();
    int k = 0;
    while (p > limit) { k++; p *= uniform(); }
    return k;
  }
  double b = 0.931 + 2.53 * sqrt(mean), a = -0.059 + 0.02483 * b, ia = 1.1239 + 1.1328 / (b - 3.4);
  double vr = 0.9277 - 3.6224 / (b - 2), lm = log(mean);
  for (;;) {
    double u = uniform() - 0.5, v = uniform(), us = 0.5 - fabs(u), k = floor((2 * a / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= vr) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    if (log(v * ia / (a / (us * us) + b)) <= k * lm - mean - log_factorial(k)) return k;
  }
}
static double binomial(double n, double p) {
  if (n == 0) return 0;
  if (n * p < 10) {
    double q = 1 - p, odds = p / q, mass = pow(q, n), u = uniform(), k = 0;
    while (u > mass && k < n) { u -= mass; k++; mass *= odds * (n - k + 1) / k; }
    return k;
  }
  double spread = sqrt(n * p * (1 - p)), b = 1.15 + 2.53 * spread, a = -0.0873 + 0.0248 * b + 0.01 * p;
  double c = n * p + 0.5, alpha = (2.83 + 5.1 / b) * spread, m = floor((n + 1) * p), lo = log(p / (1 - p));
  double h = log_factorial(m) + log_factorial(n - m);
  for (;;) {
    double u = uniform() - 0.5, v = uniform(), us = 0.5 - fabs(u), k = floor((2 * a / us + b) * u + c);
    if (us >= 0.07 && v <= 0.92 - 4.2 / b) return k;
    if (k < 0 || k > n) continue;
    if (log(v * alpha / (a / (us * us) + b)) <= h - log_factorial(k) - log_factorial(n - k) + (k - m) * lo) return k;
  }
}
static double select_rank(double *x, int n, int k) {
  int lo = 0, hi = n - 1;
  while (lo < hi) {
    double pivot = x[lo + (hi - lo) / 2];
    int i = lo, j = hi;
    while (i <= j) {
      while (x[i] < pivot) i++;
      while (x[j] > pivot) j--;
      if (i <= j) { double t = x[i]; x[i] = x[j]; x[j] = t; i++; j--; }
    }
    if (k <= j) hi = j; else if (k >= i) lo = i; else break;
  }
  return x[k];
}
static const double levels[7] = {0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95};
static void quantiles(double *x, int n, double *out) {
  for (int i = 0; i < 7; i++) {
    double at = levels[i] * (n - 1);
    int low = (int)at;
    double a = select_rank(x, n, low), b = low + 1 < n ? select_rank(x, n, low + 1) : a;
    out[i] = a + (at - low) * (b - a);
  }
}
static double now_ms(void) { struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t); return t.tv_sec * 1e3 + t.tv_nsec * 1e-6; }

static int P, W, T;
static double *earned[2], *row, *product_mean, bands[3][7];

static void run(void) {
  double season[W + 1], price[P], ar[P], tr[P], median[P];
  for (int w = 1; w <= W; w++) season[w] = 1 + 0.35 * cos(2 * M_PI * (((w - 1) % 52) + 1 - 48) / 52);
  for (int p = 0; p < P; p++) {
    double at = P == 1 ? 0 : (double)p / (P - 1);
    median[p] = 20000 * (0.9 + 0.02 * p); price[p] = 12 + 68 * at; ar[p] = 0.01 + 0.09 * at; tr[p] = 0.08 + 0.12 * (1 - at);
  }
  memset(product_mean, 0, sizeof(double) * 2 * P);
  double week[2][W + 1];
  for (int t = 0; t < T; t++) {
    double market = exp(0.25 * normal());
    int ban = uniform() < 0.6 ? 1 + (int)(uniform() * 52) : 1 << 30;
    memset(week, 0, sizeof week);
    for (int p = 0; p < P; p++) {
      double ca = beta_draw(12, 988) * beta_draw(18, 182), ct = beta_draw(30, 970) * beta_draw(9, 291) * market;
      double ra = beta_draw(8, 92), rt = beta_draw(12, 88), ma = 0, mt = 0;
      double ea = price[p] * 1.35 * ar[p], et = price[p] * 0.95 * tr[p];
      for (int w = 1; w <= W; w++) {
        double views = median[p] * exp(1.1 * normal()) * season[w];
        double a = poisson(views * ca * (w >= ban ? 0.08 : 1)), b = poisson(views * ct * (w >= ban ? 1.15 : 1));
        double xa = (a - binomial(a, ra)) * ea, xb = (b - binomial(b, rt)) * et;
        week[0][w] += xa; week[1][w] += xb; ma += xa; mt += xb;
      }
      product_mean[p] += ma / T; product_mean[P + p] += mt / T;
    }
    for (int g = 0; g < 2; g++) {
      double sum = 0;
      for (int w = 1; w <= W; w++) { sum += week[g][w]; earned[g][(size_t)(w - 1) * T + t] = sum; }
    }
  }
  for (int w = 0; w < W; w++)
    for (int g = 0; g < 3; g++) {
      for (int t = 0; t < T; t++) {
        size_t i = (size_t)w * T + t;
        row[t] = g < 2 ? earned[g][i] : earned[1][i] - earned[0][i];
      }
      quantiles(row, T, bands[g]);
    }
}
int main(int argc, char **argv) {
  P = atoi(argv[1]); W = atoi(argv[2]); T = atoi(argv[3]);
  int start = atoi(argv[4]), repeats = atoi(argv[5]);
  (void)argc;
  for (int i = 1; i < 256; i++) log_factorial_table[i] = log_factorial_table[i - 1] + log(i);
  for (int g = 0; g < 2; g++) earned[g] = malloc(sizeof(double) * (size_t)W * T);
  row = malloc(sizeof(double) * T); product_mean = malloc(sizeof(double) * 2 * P);
  double best = 1e300, times[64];
  for (int r = 0; r < repeats; r++) {
    seed(start + r);
    double t0 = now_ms(); run(); times[r] = now_ms() - t0;
    if (times[r] < best) best = times[r];
  }
  double mean[2] = {0, 0}, sq[2] = {0, 0}, wins = 0;
  for (int t = 0; t < T; t++) {
    size_t i = (size_t)(W - 1) * T + t;
    for (int g = 0; g < 2; g++) { mean[g] += earned[g][i] / T; sq[g] += earned[g][i] * earned[g][i] / T; }
    wins += earned[1][i] > earned[0][i];
  }
  printf("{\"ms\":%.3f,\"times\":[", best);
  for (int r = 0; r < repeats; r++) printf("%s%.3f", r ? "," : "", times[r]);
  printf("],\"mean\":[%.6f,%.6f],\"sd\":[%.6f,%.6f],\"probability\":%.6f,\"quantiles\":[", mean[0], mean[1],
         sqrt(sq[0] - mean[0] * mean[0]), sqrt(sq[1] - mean[1] * mean[1]), wins / T);
  for (int g = 0; g < 3; g++) {
    printf("%s[", g ? "," : "");
    for (int i = 0; i < 7; i++) printf("%s%.6f", i ? "," : "", bands[g][i]);
    printf("]");
  }
  printf("],\"products\":[");
  for (int p = 0; p < 2 * P; p++) printf("%s%.6f", p ? "," : "", product_mean[p]);
  printf("]}\n");
  return 0;
}
