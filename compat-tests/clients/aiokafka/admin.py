"""Administration through aiokafka. Its admin client hands raw responses on, so errors are checked here."""

from adapter import ClientError
from aiokafka.admin import AIOKafkaAdminClient, NewPartitions, NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.admin.records_to_delete import RecordsToDelete
from aiokafka.errors import for_code
from aiokafka.structs import TopicPartition
from names import kafka_name


def check(code, message=""):
    """Raises for an error code other than 0."""
    if code:
        raise ClientError(kafka_name(for_code(code)), message or "")


class AdminOperations:
    """The admin.* operations of the adapter."""

    async def admin(self):
        if self.admin_client is None:
            self.admin_client = AIOKafkaAdminClient(**self.configuration(self.admin_config))
            await self.admin_client.start()
        return self.admin_client

    async def admin_open(self, config):
        """From now on somebody else administers."""
        if self.admin_client is not None:
            await self.admin_client.close()
        self.admin_client, self.admin_config = None, config

    async def admin_create_topics(self, topics, validate_only=False):
        wanted = [
            NewTopic(one["name"], one.get("partitions", 1), one.get("replication", 1),
                     topic_configs=one.get("configs", {}))
            for one in topics
        ]
        answer = await (await self.admin()).create_topics(wanted, validate_only=validate_only)
        for one in answer.topic_errors:
            check(one[1], one[2] if len(one) > 2 else "")

    async def admin_list_topics(self):
        return sorted(await (await self.admin()).list_topics())

    async def admin_describe_topic(self, topic):
        (described,) = await (await self.admin()).describe_topics([topic])
        check(described["error_code"])
        return {
            "internal": bool(described["is_internal"]),
            "partitions": sorted(
                ({"p": one["partition"], "leader": one["leader"], "replicas": one["replicas"], "isr": one["isr"]}
                 for one in described["partitions"]),
                key=lambda one: one["p"],
            ),
        }

    async def admin_describe_cluster(self):
        cluster = await (await self.admin()).describe_cluster()
        return {"cluster": cluster["cluster_id"], "controller": cluster["controller_id"],
                "nodes": [[node["node_id"], node["host"], node["port"]] for node in cluster["brokers"]]}

    async def admin_delete_topics(self, topics):
        answer = await (await self.admin()).delete_topics(topics)
        for one in answer.topic_error_codes:
            check(one[1])

    async def admin_create_partitions(self, topic, count):
        answer = await (await self.admin()).create_partitions({topic: NewPartitions(count)})
        for one in answer.topic_errors:
            check(one[1], one[2])

    async def admin_describe_configs(self, kind, name):
        resource = ConfigResource(ConfigResourceType[kind.upper()], name)
        (answer,) = await (await self.admin()).describe_configs([resource])
        ((code, message, _, _, entries, *_),) = answer.resources
        check(code, message)
        # name, value, read only, source (1: set on the topic), sensitive
        return {
            entry[0]: {"value": entry[1], "default": entry[3] != 1, "read_only": entry[2], "sensitive": entry[4]}
            for entry in entries
        }

    async def admin_replace_configs(self, topic, configs):
        """Its alter_configs is the old API: it sets what is given and takes back everything else."""
        resource = ConfigResource(ConfigResourceType.TOPIC, topic, configs=configs)
        for answer in await (await self.admin()).alter_configs([resource]):
            for code, message, *_ in answer.resources:
                check(code, message)

    async def admin_delete_records(self, topic, partition, offset):
        where = TopicPartition(topic, partition)
        return (await (await self.admin()).delete_records({where: RecordsToDelete(before_offset=offset)}))[where]

    async def admin_list_groups(self):
        return {group: "" for group, *_ in await (await self.admin()).list_consumer_groups()}

    async def admin_group_offsets(self, group):
        found = await (await self.admin()).list_consumer_group_offsets(group)
        return sorted([where.topic, where.partition, one.offset] for where, one in found.items())
