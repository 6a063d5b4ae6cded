# Makes the small data sets of tests/oracle/own and the figures that R computes of them.
#
#   Rscript tests/oracle/r/own.R            (from the root of the checkout; R 4.2.2, survey 4.1, psych 2.2, MASS 7.3)
#
# Nothing of this runs in the tests: CSV files and figures stand beside the plans. Addresses and shapes are those of
# `ascolto analyse --plan P --answers F --json`. Figures follow the packages named at each function; where a package gives an
# approximation the exact value is computed here from its definition and the reason stands there.
#
# Published tables typed in:
#   housing  Madsen, M. (1976) Statistical analysis of multiple contingency tables. Two examples. Scand. J. Statist. 3, 97-106;
#            also MASS::housing. 1681 tenants in Copenhagen.
#   job      Agresti, A. (2002) Categorical Data Analysis, table 2.8: 96 black men in a General Social Survey, income by job
#            satisfaction; also in ?fisher.test of R. Published: X2 = 5.97 on 9 degrees of freedom, P = 0.7827 by Fisher.
suppressMessages({library(survey); library(psych); library(MASS)})
options(digits = 17, survey.lonely.psu = "fail")
out <- "tests/oracle/own"
z <- qnorm(.975)
all_values <- list()
put <- function(set, key, value) all_values[[set]][[key]] <<- value

# ---- JSON without a package: numbers to 15 digits, names as objects, unnamed vectors as lists --------------------------------
json <- function(x) {
  if (is.null(x)) return("null")
  if (is.list(x) && !is.null(names(x)))
    return(paste0("{", paste0("\"", names(x), "\":", vapply(x, json, ""), collapse = ","), "}"))
  if (is.list(x)) return(paste0("[", paste(vapply(x, json, ""), collapse = ","), "]"))
  one <- function(v) if (is.character(v)) paste0("\"", v, "\"") else if (is.na(v)) "null" else if (is.logical(v)) tolower(v) else formatC(v, digits = 15, format = "g", width = 1)
  if (!is.null(names(x))) return(paste0("{", paste0("\"", names(x), "\":", vapply(unname(as.list(x)), one, ""), collapse = ","), "}"))
  if (length(x) == 1 && !inherits(x, "AsIs")) return(one(x))
  paste0("[", paste(vapply(as.list(unclass(x)), one, ""), collapse = ","), "]")
}
rows_of <- function(m) lapply(seq_len(nrow(m)), function(i) I(unname(m[i, ])))
matrix_of <- function(m, rows = rownames(m), cols = colnames(m)) list(rows = I(rows), cols = I(cols), data = rows_of(m))
interval <- function(x) c(lower = x[1], upper = x[2])
wilson <- function(p, n, q = z) {
  mid <- (p + q^2 / (2 * n)) / (1 + q^2 / n); half <- q / (1 + q^2 / n) * sqrt(p * (1 - p) / n + q^2 / (4 * n^2))
  c(lower = max(0, mid - half), upper = min(1, mid + half))
}
newcombe <- function(x1, n1, x2, n2) {
  p <- x1 / n1; q <- x2 / n2; a <- wilson(p, n1); b <- wilson(q, n2)
  c(lower = unname(p - q - sqrt((p - a[1])^2 + (b[2] - q)^2)), upper = unname(p - q + sqrt((a[2] - p)^2 + (q - b[1])^2)))
}

# ---- One item -----------------------------------------------------------------------------------------------------------------
tops <- function(codes, low) if (low) head(codes, 2) else tail(codes, 2)
item <- function(set, name, x, codes, rows, universe = NA, goals = c(), satisfied = NA, low = FALSE) {
  at <- function(figure) paste0("item/", name, "/", figure)
  x <- x[!is.na(x)]; n <- length(x); m <- range(codes)
  counts <- table(factor(x, codes)); counted <- as.integer(counts); names(counted) <- codes
  put(set, at("n_valid"), n); put(set, at("n_missing"), rows - n); put(set, at("nonresponse_rate"), (rows - n) / rows)
  put(set, at("counts"), counted); put(set, at("share"), counted / n)
  put(set, at("mean"), mean(x)); put(set, at("sd"), sd(x)); put(set, at("median"), median(x))
  put(set, at("mean_se"), sd(x) / sqrt(n)); put(set, at("mean_ci95"), interval(t.test(x)$conf.int[1:2]))
  index <- 100 * (mean(x) - m[1]) / (m[2] - m[1])
  put(set, at("index_0_100"), if (low) 100 - index else index)
  k <- sum(x %in% tops(codes, low))
  put(set, at("top2/count"), k); put(set, at("top2/share"), k / n)
  put(set, at("top2/wilson95"), wilson(k / n, n)); put(set, at("top2/clopper95"), interval(binom.test(k, n)$conf.int[1:2]))
  cub(set, name, unname(if (low) rev(counted) else counted))
  put(set, at("bottom2/share"), mean(x %in% tops(codes, !low)))
  if (!is.na(universe)) {
    put(set, at("top2/wilson95_fpc"), wilson(k / n, n * (universe - 1) / (universe - n)))
    put(set, at("mean_ci95_fpc"), interval(mean(x) + c(-1, 1) * qt(.975, n - 1) * sd(x) / sqrt(n) * sqrt(1 - n / universe)))
  }
  if (!is.na(satisfied)) {
    s <- if (low) sum(x <= satisfied) else sum(x >= satisfied)
    put(set, at("satisfied/share"), s / n); put(set, at("satisfied/wilson95"), wilson(s / n, n))
  }
  for (target in goals) {
    bounds <- wilson(k / n, n, qnorm(.95)); score <- (k / n - target) / sqrt(target * (1 - target) / n)
    verdict <- if (bounds[1] >= target) "met" else if (bounds[2] < target) "not met" else "not shown"
    put(set, at(paste0("goal/", target)), list(lower95_one_sided = bounds[[1]], upper95_one_sided = bounds[[2]],
      p_not_below = pnorm(score, lower.tail = FALSE), p_below = pnorm(score), verdict = verdict))
  }
}

# ---- Groups -------------------------------------------------------------------------------------------------------------------
family <- function(set) all_values[[set]][["family"]]
remember <- function(set, name, p) all_values[[set]][["family"]] <<- c(family(set), setNames(p, name))
two <- function(set, variable, name, x, g, levels, codes) {
  at <- function(figure) paste0("group2/", variable, "/", name, "/", figure)
  a <- x[!is.na(x) & g %in% levels[1]]; b <- x[!is.na(x) & g %in% levels[2]]
  plain <- wilcox.test(a, b, exact = FALSE, correct = FALSE); corrected <- wilcox.test(a, b, exact = FALSE)
  remember(set, paste(variable, name), plain$p.value)
  put(set, at("mann_whitney"), list(n1 = length(a), n2 = length(b), W = unname(plain$statistic), p = plain$p.value, p_cc = corrected$p.value))
  put(set, at("cliff_delta"), mean(sign(outer(a, b, "-"))))
  t <- t.test(a, b)
  put(set, at("welch"), list(diff = mean(a) - mean(b), t = unname(t$statistic), df = unname(t$parameter), p = t$p.value,
    lower = t$conf.int[1], upper = t$conf.int[2]))
  k <- c(sum(a %in% tail(codes, 2)), sum(b %in% tail(codes, 2))); n <- c(length(a), length(b))
  test <- suppressWarnings(prop.test(k, n, correct = FALSE))
  put(set, at("two_proportions"), c(list(diff = k[1] / n[1] - k[2] / n[2]), as.list(newcombe(k[1], n[1], k[2], n[2])),
    list(chisq = unname(test$statistic), p = test$p.value)))
}
many <- function(set, variable, name, x, g, codes) {
  at <- function(figure) paste0("group/", variable, "/", name, "/", figure)
  keep <- !is.na(x) & !is.na(g); x <- x[keep]; g <- g[keep]
  levels <- if (is.numeric(g)) sort(unique(g)) else sort(unique(g), method = "radix")
  g <- factor(g, levels); n <- length(x)
  h <- kruskal.test(x, g); H <- unname(h$statistic); k <- nlevels(g)
  remember(set, paste(variable, name), h$p.value)
  put(set, at("kruskal"), list(n = n, groups = k, H = H, df = k - 1, p = h$p.value, epsilon2 = H / (n - 1), eta2_H = (H - k + 1) / (n - k)))
  t <- table(g, x); test <- suppressWarnings(chisq.test(t, correct = FALSE)); X2 <- unname(test$statistic)
  r <- nrow(t); q <- ncol(t); phi <- max(0, X2 / n - (r - 1) * (q - 1) / (n - 1))
  rr <- r - (r - 1)^2 / (n - 1); qq <- q - (q - 1)^2 / (n - 1)
  put(set, at("chisq"), list(X2 = X2, df = unname(test$parameter), p = test$p.value, cramer_v = sqrt(X2 / n / (min(r, q) - 1)),
    cramer_v_bias_corrected = sqrt(phi / (min(rr, qq) - 1)), min_expected = min(test$expected)))
  lines <- t(sapply(levels(g), function(l) { y <- x[g == l]; s <- sum(y %in% tail(codes, 2)); w <- wilson(s / length(y), length(y))
    c(length(y), s, s / length(y), w, mean(y), sd(y)) }))
  put(set, at("by_group"), matrix_of(lines, levels(g), c("n", "top2", "share", "lower", "upper", "mean", "sd")))
}
adjust <- function(set) {
  p <- family(set); all_values[[set]][["family"]] <<- NULL
  put(set, "multiplicity/raw", p)
  for (m in list(c("holm", "holm"), c("bh", "BH"), c("bonferroni", "bonferroni"))) put(set, paste0("multiplicity/", m[1]), p.adjust(p, m[2]))
}
trend <- function(set, variable, name, x, period, codes) {
  at <- function(figure) paste0("trend/", variable, "/", name, "/", figure)
  keep <- !is.na(x) & !is.na(period); x <- x[keep]; period <- period[keep]; levels <- sort(unique(period))
  n <- sapply(levels, function(l) sum(period == l)); k <- sapply(levels, function(l) sum(x[period == l] %in% tail(codes, 2)))
  put(set, at("counts"), matrix_of(rbind(levels, n, k), c("level", "n", "top2"), as.character(levels)))
  # prop.trend.test only squares: the sign is the slope's.
  by <- prop.trend.test(k, n, levels); slope <- sum((levels - weighted.mean(levels, n)) * (k - n * sum(k) / sum(n)))
  put(set, at("cochran_armitage"), list(z = sign(slope) * sqrt(unname(by$statistic)), chisq = unname(by$statistic), p = by$p.value,
    chisq_scores_1_to_k = unname(prop.trend.test(k, n, seq_along(n))$statistic)))
  l <- length(n); test <- prop.test(k[c(l, l - 1)], n[c(l, l - 1)], correct = FALSE)
  put(set, at("last_vs_previous"), c(list(diff = k[l] / n[l] - k[l - 1] / n[l - 1]), as.list(newcombe(k[l], n[l], k[l - 1], n[l - 1])),
    list(chisq = unname(test$statistic), p = test$p.value)))
  put(set, at("means"), setNames(sapply(levels, function(l) mean(x[period == l])), levels))
  put(set, at("spearman_with_period"), list(rho = cor(x, period, method = "spearman")))
}

# ---- Items together -----------------------------------------------------------------------------------------------------------
# One-factor maximum likelihood from the normal equations to a gradient of 1e-12: factanal stops at 1e-7.
one_factor <- function(S) {
  fit <- factanal(covmat = cov2cor(S), factors = 1, n.obs = 1000, control = list(opt = list(factr = 1e1)))
  R <- cov2cor(S); psi <- unname(fit$uniquenesses)
  for (i in 1:20000) {
    e <- eigen(diag(psi^-.5) %*% R %*% diag(psi^-.5), symmetric = TRUE)
    loading <- sqrt(psi) * e$vectors[, 1] * sqrt(e$values[1] - 1); new <- diag(R) - loading^2
    if (max(abs(new - psi)) < 1e-15) break
    psi <- new
  }
  if (sum(loading) < 0) loading <- -loading
  list(loading = loading, psi = psi, sd = sqrt(diag(S)))
}
scale_of <- function(set, Y) {
  Y <- Y[complete.cases(Y), ]; n <- nrow(Y); k <- ncol(Y); S <- cov(Y)
  a <- suppressWarnings(psych::alpha(Y, warnings = FALSE, check.keys = FALSE))
  alpha <- k / (k - 1) * (1 - sum(diag(S)) / sum(S))
  stopifnot(abs(alpha - a$total$raw_alpha) < 1e-12)
  put(set, "scale/items", I(colnames(Y))); put(set, "scale/n", n)
  put(set, "scale/alpha", alpha); put(set, "scale/alpha_std", a$total$std.alpha)
  put(set, "scale/alpha_feldt95", c(lower = 1 - (1 - alpha) * qf(.975, n - 1, (n - 1) * (k - 1)), upper = 1 - (1 - alpha) * qf(.025, n - 1, (n - 1) * (k - 1))))
  # Duhachek & Iacobucci 2004, J. Appl. Psychol. 89, 792-808.
  j <- rep(1, k); whole <- sum(S)
  Q <- 2 * k^2 / ((k - 1)^2 * whole^3) * (whole * (sum(diag(S %*% S)) + sum(diag(S))^2) - 2 * sum(diag(S)) * drop(t(j) %*% S %*% S %*% j))
  put(set, "scale/alpha_duhachek_se", sqrt(Q / n))
  put(set, "scale/item_rest_r", sapply(colnames(Y), function(i) cor(Y[, i], rowSums(Y[, colnames(Y) != i]))))
  put(set, "scale/alpha_if_dropped", sapply(colnames(Y), function(i) { s <- S[colnames(Y) != i, colnames(Y) != i]; (k - 1) / (k - 2) * (1 - sum(diag(s)) / sum(s)) }))
  f <- one_factor(S); omega <- function(l, p) sum(l)^2 / (sum(l)^2 + sum(p))
  put(set, "scale/omega_raw", omega(f$loading * f$sd, f$psi * f$sd^2)); put(set, "scale/omega_std", omega(f$loading, f$psi))
  put(set, "scale/loadings_std", setNames(f$loading, colnames(Y)))
  for (m in c("pearson", "spearman", "kendall")) put(set, paste0("matrix/", if (m == "kendall") "kendall_tau_b" else m, "_listwise"), matrix_of(cor(Y, method = m)))
}
matrices_pairwise <- function(set, Y) for (m in c("pearson", "spearman", "kendall"))
  put(set, paste0("matrix/", if (m == "kendall") "kendall_tau_b" else m, "_pairwise"), matrix_of(cor(Y, use = "pairwise.complete.obs", method = m)))
drivers <- function(set, Y, outcome) {
  Y <- Y[complete.cases(Y), ]; others <- setdiff(colnames(Y), outcome); fit <- lm(reformulate(others, outcome), Y)
  put(set, "drivers/overall", outcome); put(set, "drivers/n", nrow(Y)); put(set, "drivers/r2", summary(fit)$r.squared)
  put(set, "drivers/coef", coef(fit)); put(set, "drivers/beta_std", coef(fit)[-1] * sapply(Y[others], sd) / sd(Y[[outcome]]))
  put(set, "drivers/pearson_with_overall", sapply(Y[others], cor, Y[[outcome]]))
  put(set, "drivers/spearman_with_overall", sapply(Y[others], cor, Y[[outcome]], method = "spearman"))
  # by their definitions: every submodel solved alone; the symmetric root by eigen
  R <- cor(Y); explained <- function(S) if (length(S)) sum(R[S, outcome] * solve(R[S, S], R[S, outcome])) else 0
  p <- length(others)
  lmg <- sapply(others, function(j) { rest <- setdiff(others, j)
    sum(sapply(seq_len(2^(p - 1)) - 1, function(b) { S <- rest[bitwAnd(b, 2^(seq_along(rest) - 1)) > 0]
      factorial(length(S)) * factorial(p - 1 - length(S)) / factorial(p) * (explained(c(S, j)) - explained(S)) })) })
  e <- eigen(R[others, others]); root <- e$vectors %*% diag(sqrt(e$values)) %*% t(e$vectors)
  johnson <- setNames(c(root^2 %*% solve(root, R[others, outcome])^2), others)
  put(set, "drivers/lmg", lmg); put(set, "drivers/johnson", johnson)
  put(set, "drivers/lmg_share", lmg / sum(lmg)); put(set, "drivers/johnson_share", johnson / sum(johnson))
}
# the top of the likelihood by EM from the best of a grid, then Newton's steps; slopes and curvature by their formulas
cub <- function(set, name, counts) {
  m <- length(counts); r <- seq_len(m); n <- sum(counts); at <- paste0("item/", name, "/cub/exact")
  if (m < 4) return(invisible())
  b <- function(x) choose(m - 1, r - 1) * x^(m - r) * (1 - x)^(r - 1)
  p <- function(a) a[1] * b(a[2]) + (1 - a[1]) / m
  l <- function(a) sum((counts * log(p(a)))[counts > 0])
  edge <- (m - sum(r * counts) / n) / (m - 1)   # where more weight than 1 would be better still
  if (sum((counts * (1 - 1 / (m * b(edge))))[counts > 0]) >= 0)
    return(put(set, at, list(pai = 1, csi = edge, loglik = l(c(1, edge)), boundary = TRUE)))
  grid <- expand.grid(pi = seq(.02, .98, .02), xi = seq(.01, .99, .01)); a <- unlist(grid[which.max(apply(grid, 1, l)), ])
  parts <- function(a) { s <- (m - r) / a[2] - (r - 1) / (1 - a[2]); bend <- s^2 - (m - r) / a[2]^2 - (r - 1) / (1 - a[2])^2
    B <- b(a[2]); g <- cbind(B - 1 / m, a[1] * B * s) / p(a)
    I <- t(g) %*% (counts * g) - matrix(c(0, sum(counts * B * s / p(a)), sum(counts * B * s / p(a)), sum(counts * a[1] * B * bend / p(a))), 2)
    list(slope = colSums(counts * g), information = I) }
  for (i in 1:5000) { w <- counts * a[1] * b(a[2]) / p(a); a <- c(sum(w) / n, sum(w * (m - r)) / (sum(w) * (m - 1))) }
  for (i in 1:9) { own <- parts(a); a <- a + solve(own$information, own$slope) }
  stopifnot(a > 0, a < 1, max(abs(parts(a)$slope)) < 1e-9 * n); V <- solve(parts(a)$information); a <- unname(a)
  put(set, at, list(pai = a[1], csi = a[2], uncertainty = 1 - a[1], feeling = 1 - a[2], loglik = l(a),
    bic = 2 * log(n) - 2 * l(a), dissimilarity = sum(abs(counts / n - p(a))) / 2, boundary = FALSE,
    se_pai = sqrt(V[1, 1]), se_csi = sqrt(V[2, 2]), cov = V[1, 2]))
}
gap <- function(set, name, expected, found) {
  keep <- !is.na(expected) & !is.na(found); expected <- expected[keep]; found <- found[keep]; d <- found - expected
  t <- t.test(found, expected, paired = TRUE); w <- wilcox.test(found, expected, paired = TRUE, exact = FALSE, correct = FALSE)
  put(set, paste0("gap/", name), list(mean_gap = mean(d), t = unname(t$statistic), df = unname(t$parameter), p = t$p.value,
    lower = t$conf.int[1], upper = t$conf.int[2], V = unname(w$statistic), p_signed_rank = w$p.value,
    sign_p = binom.test(sum(d > 0), sum(d != 0))$p.value))
}
csi <- function(set, name, X, w, least, most) {
  X <- X[complete.cases(X), ]; w <- w / sum(w); score <- 100 * (as.matrix(X) %*% w - least) / (most - least); n <- nrow(X)
  ends <- mean(score) + c(-1, 1) * qt(.975, n - 1) * sd(score) / sqrt(n)
  put(set, paste0("csi/", name), list(csi = mean(score), se = sd(score) / sqrt(n), lower = ends[1], upper = ends[2],
    acsi_formula = 100 * (sum(w * colMeans(X)) - least) / (most - least)))
}
nps <- function(set, name, x) {
  x <- x[!is.na(x)]; n <- length(x); P <- mean(x >= 9); D <- mean(x <= 6); v <- (P + D - (P - D)^2) / n
  put(set, paste0("nps/", name), list(n = n, promoters = P, passives = 1 - P - D, detractors = D, nps = 100 * (P - D), variance_n = v,
    se_points = 100 * sqrt(v), se_points_n_minus_1 = 100 * sd((x >= 9) - (x <= 6)) / sqrt(n),
    lower = 100 * (P - D - z * sqrt(v)), upper = 100 * (P - D + z * sqrt(v))))
}
importance <- function(set, I, S, codes) {
  top <- function(x) mean(x[!is.na(x)] %in% tail(codes, 2)); mi <- sapply(I, mean, na.rm = TRUE); ms <- sapply(S, mean, na.rm = TRUE)
  word <- ifelse(mi >= mean(mi), ifelse(ms >= mean(ms), "keep_up_the_good_work", "concentrate_here"), ifelse(ms >= mean(ms), "possible_overkill", "low_priority"))
  ti <- sapply(I, top); ts <- sapply(S, top)
  data <- lapply(seq_along(mi), function(i) list(mi[[i]], ms[[i]], ti[[i]], ts[[i]], ti[[i]] * (1 - ts[[i]]), word[[i]]))
  put(set, "importance_satisfaction", list(rows = I(colnames(S)), data = data))
}

# ---- Weights ------------------------------------------------------------------------------------------------------------------
weighted <- function(set, address, design, name, codes, low = FALSE) {
  x <- design$variables[[name]]; df <- degf(design)
  m <- svymean(reformulate(name), design, na.rm = TRUE); se <- unname(SE(m)[1]); reach <- qt(.975, df) * se
  put(set, paste0(address, "/svymean"), list(mean = m[[1]], se = se, df = df, lower = m[[1]] - reach, upper = m[[1]] + reach))
  design$variables$top <- ifelse(is.na(x), NA, as.numeric(x %in% tops(codes, low)))
  t <- svymean(~top, design, na.rm = TRUE); p <- t[[1]]; se <- sqrt(vcov(t)[[1]]); n_eff <- p * (1 - p) / se^2
  # svyciprop: logit and xlogit are one interval, reached by a model that stops early in the one and by the delta method in the
  # other; here the closed form of both. beta as in svyciprop, whose n is that of the design's rows.
  q <- qt(.975, df); logit <- plogis(qlogis(p) + c(-1, 1) * q * se / (p * (1 - p)))
  rows <- nrow(design); b <- n_eff * (qt(.975, rows - 1) / q)^2
  check <- svyciprop(~top, design, method = "logit", df = df, na.rm = TRUE); stopifnot(max(abs(attr(check, "ci") - logit)) < 1e-6)
  check <- svyciprop(~top, design, method = "beta", df = df, na.rm = TRUE)
  beta <- c(qbeta(.025, b * p, b * (1 - p) + 1), qbeta(.975, b * p + 1, b * (1 - p)))
  if (max(abs(attr(check, "ci") - beta)) > 1e-6) cat("beta differs", set, address, name, attr(check, "ci"), beta, "\n")
  n <- sum(!is.na(x)); wilson_ends <- wilson(p, n_eff)
  put(set, paste0(address, "/top2"), list(share = p, se = se, n_eff = n_eff, deff = se^2 * (n - 1) / (p * (1 - p)),
    logit_lower = logit[1], logit_upper = logit[2], xlogit_lower = logit[1], xlogit_upper = logit[2], beta_lower = beta[1],
    beta_upper = beta[2], wilson_neff_lower = wilson_ends[[1]], wilson_neff_upper = wilson_ends[[2]]))
}
kish <- function(set, address, w) {
  put(set, paste0(address, "/kish_deff"), length(w) * sum(w^2) / sum(w)^2); put(set, paste0(address, "/n_eff"), sum(w)^2 / sum(w^2))
}
# Raked by its definition until nothing moves: survey::rake stops at 1e-7 of the population by default.
raked <- function(set, D, variables, totals, population, start, items, codes, low = FALSE) {
  w <- start * population / sum(start)
  for (i in 1:5000) { before <- w
    for (v in variables) { g <- as.character(D[[v]]); w <- w * (totals[[v]] * population)[g] / tapply(w, g, sum)[g] }
    if (max(abs(w / before - 1)) < 1e-15) break }
  w <- as.numeric(w)
  cell <- do.call(paste, c(lapply(variables, function(v) D[[v]]), sep = "|"))
  factor_of <- tapply(w / start, cell, mean)
  put(set, "weights/rake/cell_weights", setNames(as.numeric(factor_of), names(factor_of)))
  put(set, "weights/rake/population_N", population)
  kish(set, "weights/rake_fixed", w)
  fixed <- svydesign(ids = ~1, weights = w, data = D)
  margins <- lapply(variables, function(v) { t <- data.frame(names(totals[[v]]), totals[[v]] * population); names(t) <- c(v, "Freq"); t })
  frame <- D; for (v in variables) frame[[v]] <- factor(frame[[v]])
  calibrated <- calibrate(svydesign(ids = ~1, weights = start * population / sum(start), data = frame), lapply(variables, function(v) reformulate(v)),
    lapply(margins, function(m) m), calfun = "raking", epsilon = 1e-13, maxit = 500)
  for (name in items) {
    weighted(set, paste0("weights/rake_fixed/", name), fixed, name, codes, low)
    m <- svymean(reformulate(name), calibrated, na.rm = TRUE)
    x <- calibrated$variables[[name]]; calibrated$variables$top <- ifelse(is.na(x), NA, as.numeric(x %in% tops(codes, low)))
    t <- svymean(~top, calibrated, na.rm = TRUE)
    put(set, paste0("weights/rake_calibrated/", name), list(mean = m[[1]], mean_se = unname(SE(m)[1]), top2 = t[[1]], top2_se = unname(SE(t)[1])))
  }
}
write_codes <- function(set, D) write.csv(D, file.path(out, paste0(set, ".csv")), row.names = FALSE, quote = FALSE, na = "")

# ---- eleven: 0 to 10, codes never used, three kinds of no answer, a reversed item, strata, three years, unequal groups ----------
set.seed(20260101)
n <- 230
core <- rnorm(n)
answer <- function(load, mean, spread, least, most) pmin(most, pmax(least, round(mean + spread * (load * core + sqrt(1 - load^2) * rnorm(n)))))
D <- data.frame(year = sample(c(2021, 2022, 2024), n, TRUE, c(.4, .25, .35)), sex = sample(c("f", "m"), n, TRUE, c(.6, .4)),
  area = sample(c("north", "centre", "south", "isles"), n, TRUE, c(.5, .3, .17, .03)), q1 = answer(.8, 6.5, 2, 0, 10), q2 = answer(.7, 7, 2.2, 0, 10),
  q3 = 10 - answer(.75, 6, 2, 0, 10), q4 = answer(.6, 8, 1.5, 3, 10), q5 = answer(.85, 7, 2, 0, 10), recommend = answer(.7, 7.8, 2, 0, 10))
D$q5[D$q5 %in% c(1, 2, 9)] <- 8                  # codes never used, one of them among the two best
items <- c("q1", "q2", "q3", "q4", "q5")
written <- D
for (name in c(items, "recommend")) {
  written[[name]] <- as.character(written[[name]]); gone <- sample(n, 14)
  written[[name]][gone] <- rep(c("98", "99", ""), length.out = 14); D[[name]][gone] <- NA
}
written$q2[D$area == "isles"] <- "99"; D$q2[D$area == "isles"] <- NA   # a group without an answer to an item
written$sex[3] <- ""; D$sex[3] <- NA
write_codes("eleven", written)
codes <- 0:10; s <- "eleven"
put(s, "n_rows", n)
for (name in c(items, "recommend")) {
  item(s, name, D[[name]], codes, n, universe = 4000, goals = c(.4, .55))
  two(s, "sex", name, D[[name]], D$sex, c("f", "m"), codes)
}
for (name in c(items, "recommend")) many(s, "area", name, D[[name]], D$area, codes)
for (name in c(items, "recommend")) many(s, "year", name, D[[name]], D$year, codes)
adjust(s)
for (name in c(items, "recommend")) trend(s, "year", name, D[[name]], D$year, codes)
put(s, "rows_per_year", setNames(as.integer(table(D$year)), names(table(D$year))))
B <- D[items]; B$q3 <- 10 - B$q3
scale_of(s, B); matrices_pairwise(s, B)
drivers(s, cbind(B[c("q1", "q2", "q3", "q4")], q5 = B$q5), "q5")
nps(s, "recommend", D$recommend)
users <- c(north = 2200, centre = 1000, south = 600, isles = 200); D$users <- users[D$area]
D$w0 <- D$users / as.numeric(table(D$area)[D$area])
strata <- svydesign(ids = ~1, strata = ~area, fpc = ~users, weights = ~w0, data = D)
for (name in c(items, "recommend")) weighted(s, paste0("stratified/", name), strata, name, codes)
raked(s, D, c("area", "year"), list(area = users / 4000, year = c("2021" = .3, "2022" = .4, "2024" = .3)), 4000, rep(1, n), c(items, "recommend"), codes)

# ---- weighted: 1 to 5 where less is better, given weights with missing answers, strata, raking from the weights --------------
set.seed(7)
n <- 160; core <- rnorm(n)
D <- data.frame(w = round(exp(rnorm(n, 0, .5)), 3), stratum = sample(1:3, n, TRUE, c(.5, .3, .2)), sex = sample(1:2, n, TRUE), age = sample(1:4, n, TRUE),
  a = answer(.8, 2.2, 1, 1, 5), b = answer(.7, 2.6, 1.1, 1, 5), c = answer(.6, 1.8, .9, 1, 5))
for (name in c("a", "b", "c")) D[[name]][sample(n, 11)] <- NA
write_codes("weighted", D)
codes <- 1:5; s <- "weighted"; items <- c("a", "b", "c")
put(s, "n_rows", n)
for (name in items) item(s, name, D[[name]], codes, n, satisfied = 2, low = TRUE, goals = .6)
kish(s, "weights/given", D$w)
given <- svydesign(ids = ~1, weights = ~w, data = D)
for (name in items) weighted(s, paste0("weights/given/", name), given, name, codes, TRUE)
D$users <- c(900, 700, 500)[D$stratum]
strata <- svydesign(ids = ~1, strata = ~stratum, fpc = ~users, weights = ~w, data = D)
for (name in items) weighted(s, paste0("stratified/", name), strata, name, codes, TRUE)
raked(s, D, c("sex", "age"), list(sex = c("1" = .48, "2" = .52), age = c("1" = .2, "2" = .3, "3" = .3, "4" = .2)), 2100, D$w, items, codes, TRUE)

# ---- housing: frequencies, three points ------------------------------------------------------------------------------------------
F <- data.frame(sat = as.integer(MASS::housing$Sat), infl = as.integer(MASS::housing$Infl), type = as.character(MASS::housing$Type),
  cont = as.character(MASS::housing$Cont), freq = MASS::housing$Freq)
stopifnot(sum(F$freq) == 1681)
write_codes("housing", F)
D <- F[rep(seq_len(nrow(F)), F$freq), ]; codes <- 1:3; s <- "housing"; n <- nrow(D)
put(s, "n_rows", n)
for (name in c("sat", "infl")) { item(s, name, D[[name]], codes, n, goals = .65); two(s, "cont", name, D[[name]], D$cont, c("High", "Low"), codes) }
for (name in c("sat", "infl")) many(s, "type", name, D[[name]], D$type, codes)
many(s, "infl", "sat", D$sat, D$infl, codes)
adjust(s)
gap(s, "influence", D$infl, D$sat)

# ---- job: a published table -------------------------------------------------------------------------------------------------------
J <- matrix(c(1, 2, 1, 0, 3, 3, 6, 1, 10, 10, 14, 9, 6, 7, 12, 11), 4, 4)
F <- data.frame(income = as.vector(row(J)), sat = as.vector(col(J)), freq = as.vector(J))
write_codes("job", F)
D <- F[rep(seq_len(nrow(F)), F$freq), ]; codes <- 1:4; s <- "job"; n <- nrow(D)
published <- suppressWarnings(chisq.test(J))
stopifnot(n == 96, round(published$statistic, 2) == 5.97, published$parameter == 9, round(fisher.test(J)$p.value, 4) == .7827)
put(s, "n_rows", n)
item(s, "sat", D$sat, codes, n); many(s, "income", "sat", D$sat, D$income, codes); adjust(s); trend(s, "income", "sat", D$sat, D$income, codes)

# ---- pairs: what was expected and found, what is important and satisfies, an index of three items from 1 to 10 ----------------
set.seed(11)
n <- 60; core <- rnorm(n)
D <- data.frame(e1 = answer(.3, 6, 1, 1, 7), p1 = answer(.7, 5.3, 1.2, 1, 7), e2 = answer(.3, 5.5, 1.2, 1, 7), p2 = answer(.7, 5.6, 1.2, 1, 7),
  i1 = answer(.2, 6.1, 1, 1, 7), i2 = answer(.2, 4.9, 1, 1, 7), i3 = answer(.2, 5.4, 1, 1, 7), s1 = answer(.8, 4.6, 1.2, 1, 7),
  s2 = answer(.8, 5.6, 1, 1, 7), s3 = answer(.8, 5.2, 1.1, 1, 7), x1 = answer(.8, 7, 1.7, 1, 10), x2 = answer(.8, 6.4, 1.9, 1, 10), x3 = answer(.8, 7.6, 1.5, 1, 10))
for (name in names(D)) D[[name]][sample(n, 2)] <- NA
write_codes("pairs", D)
s <- "pairs"
put(s, "n_rows", n)
gap(s, "desk", D$e1, D$p1); gap(s, "web", D$e2, D$p2)
csi(s, "whole", D[c("x1", "x2", "x3")], c(4, 3.5, 2.5), 1, 10); csi(s, "even", D[c("x1", "x2", "x3")], c(1, 1, 1), 1, 10)
importance(s, D[c("i1", "i2", "i3")], D[c("s1", "s2", "s3")], 1:7)

for (set in names(all_values)) {
  figures <- all_values[[set]]
  lines <- paste0("\"", names(figures), "\":", vapply(figures, json, ""), collapse = ",\n")
  writeLines(paste0("{\n", lines, "\n}"), file.path(out, paste0(set, ".json")))
}
