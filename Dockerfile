# newslint for machines without Python. In the folder of your drafts:
#   docker run --rm --network none --volume "$PWD:/drafts:ro" newslint check .
FROM python:3.13-slim AS build
WORKDIR /source
COPY pyproject.toml hatch_build.py README.md LICENSE ./
COPY tools/compile_patterns.py tools/
COPY examples/drafts examples/drafts
COPY docs/newslint.1 docs/
COPY rules rules
COPY newslint newslint
RUN pip wheel --no-cache-dir --no-deps --wheel-dir /wheels .

FROM python:3.13-slim
COPY --from=build /wheels /wheels
RUN pip install --no-cache-dir "$(echo /wheels/*.whl)[all]" \
    && rm -r /wheels \
    && useradd --create-home --uid 1000 reader
USER 1000
WORKDIR /drafts
ENTRYPOINT ["newslint"]
CMD ["--help"]
