"""Kafka's names of the errors that kafka-python and aiokafka raise as classes."""

import re

# Classes whose `message` is not the protocol's name, or that the clients raise on their own.
NAMES = {
    "NoOffsetForPartitionError": "NO_OFFSET",
    "KafkaTimeoutError": "TIMEOUT",
    "MessageSizeTooLargeError": "MESSAGE_TOO_LARGE",
    "RecordTooLargeError": "MESSAGE_TOO_LARGE",
    "InvalidTopicError": "INVALID_TOPIC_EXCEPTION",
    "TopicAlreadyExistsError": "TOPIC_ALREADY_EXISTS",
    "InvalidReplicationFactorError": "INVALID_REPLICATION_FACTOR",
    "UnknownTopicOrPartitionError": "UNKNOWN_TOPIC_OR_PARTITION",
    "FencedInstanceIdError": "FENCED_INSTANCE_ID",
    "InvalidConfigurationError": "INVALID_CONFIG",
    "GroupIdNotFoundError": "GROUP_ID_NOT_FOUND",
    "NonEmptyGroupError": "NON_EMPTY_GROUP",
}


def kafka_name(error_class):
    """UNKNOWN_MEMBER_ID for UnknownMemberIdError, and so on."""
    known = NAMES.get(error_class.__name__)
    if known:
        return known
    words = error_class.__name__.removesuffix("Error")
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", words).upper()
