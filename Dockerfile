# newslint for machines without Python. In the folder of your drafts:
#   docker run --rm --network none --volume "$PWD:/drafts:ro" newslint check .
FROM python:3.13-slim AS build
WORKDIR /source
COPY pyproject.toml README.md LICENSE ./
COPY docs/newslint.1 docs/
COPY rules rules
COPY newslint newslint
RUN pip wheel --no-cache-dir --no-deps --wheel-dir /wheels .

FROM python:3.13-slim
COPY --from=build /wheels /wheels
# The draft that is read here lets Python's and newslint's own codes be kept beside the modules, where a reader may not write.
RUN pip install --no-cache-dir "$(echo /wheels/*.whl)[all]" \
    && rm -r /wheels \
    && newslint check --isolated - < /etc/hostname \
    && useradd --create-home --uid 1000 reader
USER 1000
WORKDIR /drafts
ENTRYPOINT ["newslint"]
CMD ["--help"]
