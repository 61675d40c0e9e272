"""Ages: two of one person (`age_pairs`, `headline_ages`), and ages against the years of a life (`dated_age_pairs`, `lifetimes`)."""
