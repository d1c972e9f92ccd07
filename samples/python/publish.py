#!/usr/bin/env python3
"""Sells a subscription plan and launches a test from outside, and prints the answers.

Needs confluent-kafka and avro (Debian: python3-confluent-kafka, python3-avro). Run it against ./seatkey up, or, with
--registry http://localhost:8081, against docker compose. Run it twice: the same messages get the same answers.
"""

import argparse
import io
import json
import struct
import sys
import time
import urllib.request
from datetime import date, datetime, timezone
from decimal import Decimal

import avro.io
import avro.schema
from confluent_kafka import OFFSET_BEGINNING, Consumer, Producer, TopicPartition

PACKAGE = "dev.seatkey.contract."
ANSWERS = ["sale-events", "launch-results"]
PATIENCE_SECONDS = 30


class Registry:
    """Schemas by subject, for writing, and by id, for reading."""

    def __init__(self, url):
        self.url = url.rstrip("/")
        self.cache = {}

    def get(self, path):
        if path not in self.cache:
            with urllib.request.urlopen(self.url + path, timeout=10) as response:
                self.cache[path] = json.load(response)
        return self.cache[path]

    def encode(self, topic, record_name, record):
        """Confluent's wire format: a zero byte, the schema's id as four bytes, the record in Avro's binary encoding."""
        latest = self.get(f"/subjects/{topic}-{PACKAGE}{record_name}/versions/latest")
        out = io.BytesIO()
        out.write(struct.pack(">bI", 0, latest["id"]))
        avro.io.DatumWriter(avro.schema.parse(latest["schema"])).write(record, avro.io.BinaryEncoder(out))
        return out.getvalue()

    def decode(self, value):
        magic, schema_id = struct.unpack(">bI", value[:5])
        assert magic == 0, "not in Confluent's wire format"
        schema = avro.schema.parse(self.get(f"/schemas/ids/{schema_id}")["schema"])
        return schema.name, avro.io.DatumReader(schema).read(avro.io.BinaryDecoder(io.BytesIO(value[5:])))


class Outside:
    """Sends messages, and reads what is answered from now on, and whatever was said about plans before."""

    def __init__(self, brokers, registry):
        self.registry = registry
        # A message that is sent twice does no harm, so nothing more is asked of the producer.
        self.producer = Producer({"bootstrap.servers": brokers, "acks": "all"})
        self.consumer = Consumer({
            "bootstrap.servers": brokers,
            "group.id": "outside",
            "enable.auto.commit": False,
            "isolation.level": "read_committed",
        })
        self.passed_over = []
        self.consumer.assign(
            [self.end_of(topic, partition) for topic in ANSWERS for partition in self.partitions(topic)]
            + [TopicPartition("plan-events", each, OFFSET_BEGINNING) for each in self.partitions("plan-events")])

    def partitions(self, topic):
        return self.consumer.list_topics(topic, timeout=10).topics[topic].partitions

    def end_of(self, topic, partition):
        end = self.consumer.get_watermark_offsets(TopicPartition(topic, partition), timeout=10)[1]
        return TopicPartition(topic, partition, end)

    def send(self, topic, key, record_name, record):
        def delivered(error, _):
            if error:
                sys.exit(f"{record_name} was not delivered: {error}")

        self.producer.produce(topic, self.registry.encode(topic, record_name, record), key, on_delivery=delivered)
        self.producer.flush(10)
        print(f"→ {topic:18}  {record_name:14} {key}")

    def answer(self, wanted):
        """The first answer, not asked for before, that `wanted(name, record)` accepts."""
        for each in self.answers():
            topic, name, event_id, record = each
            if wanted(name, record):
                self.passed_over = [other for other in self.passed_over if other is not each]
                print(f"← {topic:18}  {name:14} {event_id}")
                return name, record
            if each not in self.passed_over:
                self.passed_over.append(each)
        sys.exit(f"no answer within {PATIENCE_SECONDS} s")

    def answers(self):
        yield from list(self.passed_over)
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            message = self.consumer.poll(1)
            if message is not None and not message.error() and message.value() is not None:
                name, record = self.registry.decode(message.value())
                event_id = dict(message.headers() or []).get("ce_id", b"without id").decode()
                yield message.topic(), name, event_id, record


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--brokers", default="localhost:9092")
    options.add_argument("--registry", default="http://localhost:8081/apis/ccompat/v7")
    options.add_argument("--sale", default=f"python-{date.today()}", help="id of the sale")
    given = options.parse_args()
    outside = Outside(given.brokers, Registry(given.registry))
    sale_id = given.sale

    outside.send("organizations", "python-office", "Organization", {
        "organizationId": "python-office", "name": "Python Office", "parentId": None, "ltiService": False,
        "contacts": [], "users": [person("olga", "Olga Ortiz")]})
    outside.send("organizations", "python-campus", "Organization", {
        "organizationId": "python-campus", "name": "Python Campus", "parentId": "python-office", "ltiService": True,
        "contacts": [person("zoe", "Zoë Müller")], "users": [person("ana", "Ana Díaz")]})
    # The avro library writes the digits as they are: a decimal must be given with the scale of its schema, 4.
    outside.send("price-list", "python-practice", "PriceListEntry", {
        "distributionId": "python-practice", "distributionName": "IT PRO / Practice Test",
        "soldAs": "SUBSCRIPTION_PLAN", "keyLengthDays": 180, "version": "1",
        "prices": [{"currency": "USD", "tiers": [{"fromUsers": 1, "pricePerUser": Decimal("19.9900")}]}]})

    outside.send("sale-commands", sale_id, "RegisterSale", {
        "saleId": sale_id, "saleName": "Sold from Python",
        "registeredBy": {"organizationId": "python-campus", "userId": "ana"},
        "customerId": "python-campus", "newCustomer": None, "newContacts": [], "newUsers": [], "resellerId": None,
        "distributionId": "python-practice", "salesType": "PER_USER", "numberOfUsers": 3, "currency": "USD",
        "activationDate": date.today(), "timeZone": None, "customerPoNumber": None, "orderNumber": None,
        "billingMethod": "INVOICE", "comments": []})
    name, event = outside.answer(lambda name, it: name == "SaleRejected" and it["saleId"] == sale_id
                                 or name == "SaleRegistered" and it["sale"]["saleId"] == sale_id)
    if name == "SaleRejected":
        sys.exit("\n".join(f"  {each['field']}: {each['message']}" for each in event["violations"]))
    sale = event["sale"]
    print(f"  {sale['numberOfUsers']} users at {sale['distributionPrice']:.2f} make {sale['salesPrice']:.2f}"
          f" {sale['currency']}; {sale['activationDate']} to {sale['cancellationDate']}")

    outside.send("approval-decisions", sale_id, "DecideSale", {
        "saleId": sale_id, "verdict": "APPROVE",
        "decidedBy": {"organizationId": "python-office", "userId": "olga"}, "reason": "from outside"})
    outside.answer(lambda name, it: name == "SaleApproved" and it["sale"]["saleId"] == sale_id
                   or name == "CommandRefused" and it["saleId"] == sale_id)

    outside.answer(lambda name, it: name == "PlanActivated" and it["saleId"] == sale_id)

    launch = {
        "launchId": f"{sale_id}-launch-1", "organizationId": "python-campus", "distributionId": "python-practice",
        "testId": "network-plus", "issuer": "https://lms.campus.example", "subject": "learner-1", "clientId": None,
        "deploymentId": None, "contextId": None, "resourceLinkId": None, "roles": ["Learner"], "locale": None,
        "launchedAt": datetime.now(timezone.utc)}
    outside.send("test-launches", "python-campus learner-1", "TestLaunched", launch)
    name, result = outside.answer(lambda name, it: it.get("launchId") == launch["launchId"])
    if name == "LaunchRefused":
        sys.exit(f"  {result['reason']}: {result['message']}")
    key = result["key"]
    print(f"  the key is {key['code']}, seat {result['seatNumber']}, usable until {key['usableUntil']:%Y-%m-%d}")


def person(person_id, name):
    return {"personId": person_id, "name": name, "mailAddress": f"{person_id}@python.example", "locale": None}


if __name__ == "__main__":
    main()
