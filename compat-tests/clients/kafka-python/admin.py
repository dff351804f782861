"""Administration through kafka-python."""

from adapter import ClientError
from kafka import errors
from kafka.admin import AlterConfigOp, ConfigResource, KafkaAdminClient, OffsetSpec
from kafka.errors import for_code
from kafka.structs import OffsetAndMetadata, TopicPartition
from names import kafka_name


def check(code, message=""):
    """Raises for an error code or an error class other than success."""
    error = for_code(code) if isinstance(code, int) else code
    if getattr(error, "errno", 0):
        raise ClientError(kafka_name(error if isinstance(error, type) else type(error)), message or "")


class AdminOperations:
    """The admin.* operations of the adapter."""

    @property
    def admin(self):
        if self.admin_client is None:
            self.admin_client = KafkaAdminClient(**self.configuration(self.admin_config))
        return self.admin_client

    def admin_open(self, config):
        """From now on somebody else administers."""
        if self.admin_client is not None:
            self.admin_client.close()
        self.admin_client, self.admin_config = None, config

    def admin_create_topics(self, topics, validate_only=False):
        wanted = {
            one["name"]: {
                "num_partitions": one.get("partitions", 1), "replication_factor": one.get("replication", 1),
                "configs": one.get("configs", {}),
            }
            for one in topics
        }
        answer = self.admin.create_topics(wanted, validate_only=validate_only, raise_errors=False)
        for one in answer["topics"]:
            check(one["error_code"], one["error_message"])

    def admin_list_topics(self):
        return sorted(self.admin.list_topics())

    def admin_describe_topic(self, topic):
        (described,) = self.admin.describe_topics([topic])
        check(described["error_code"])
        return {
            "internal": described["is_internal"],
            "partitions": sorted(
                ({"p": one["partition_index"], "leader": one["leader_id"], "replicas": one["replica_nodes"],
                  "isr": one["isr_nodes"]} for one in described["partitions"]),
                key=lambda one: one["p"],
            ),
        }

    def admin_describe_cluster(self):
        cluster = self.admin.describe_cluster()
        return {"cluster": cluster["cluster_id"], "controller": cluster["controller_id"],
                "nodes": [[node["broker_id"], node["host"], node["port"]] for node in cluster["brokers"]]}

    def admin_delete_topics(self, topics):
        for one in self.admin.delete_topics(topics, raise_errors=False)["topics"]:
            check(one["error_code"], one["error_message"])

    def admin_create_partitions(self, topic, count):
        for one in self.admin.create_partitions({topic: count}, raise_errors=False).results:
            check(one.error_code, one.error_message)

    def admin_describe_configs(self, kind, name):
        answer = self.admin.describe_configs([ConfigResource(kind.upper(), name)], config_filter="all")
        return {
            key: {"value": entry["value"], "default": entry["config_source"] != "DYNAMIC_TOPIC_CONFIG",
                  "read_only": entry["read_only"], "sensitive": entry["is_sensitive"]}
            for key, entry in answer[kind][name].items()
        }

    def admin_alter_configs(self, topic, change=None, delete=()):
        changes = {key: (AlterConfigOp.SET, value) for key, value in (change or {}).items()}
        changes |= dict.fromkeys(delete, (AlterConfigOp.DELETE, None))
        answer = self.admin.alter_configs([ConfigResource("TOPIC", topic, changes)], raise_on_unknown=False)
        result = answer["topic"][topic]  # "OK", or "[Error 40] InvalidConfigurationError: ..."
        if result != "OK":
            name, _, message = result.partition("] ")[2].partition(": ")
            raise ClientError(kafka_name(getattr(errors, name)), message)

    def admin_delete_records(self, topic, partition, offset):
        where = TopicPartition(topic, partition)
        answer = self.admin.delete_records({where: offset})[where]
        check(answer["error_code"])
        return answer["low_watermark"]

    def admin_list_offsets(self, topic, partition, spec):
        wanted = {"earliest": OffsetSpec.EARLIEST, "latest": OffsetSpec.LATEST,
                  "max-timestamp": OffsetSpec.MAX_TIMESTAMP}
        where = TopicPartition(topic, partition)
        found = self.admin.list_partition_offsets({where: wanted.get(spec, spec)})[where]
        return [found.offset, found.timestamp]

    def admin_list_groups(self):
        return {one["group_id"]: one["group_state"].upper() for one in self.admin.list_groups()}

    def admin_describe_group(self, group):
        described = self.admin.describe_groups([group])[group]
        if described.get("error_code"):
            check(described["error_code"])
        return {
            "state": described["group_state"].upper(), "assignor": described["protocol_data"],
            "members": [
                {"client": one["client_id"], "host": one["client_host"], "instance": one["group_instance_id"],
                 "member": one["member_id"], "assignment": self.assignment(one["member_assignment"])}
                for one in described["members"]
            ],
        }

    def assignment(self, decoded):
        if not decoded:
            return []
        return sorted([one["topic"], part] for one in decoded["assigned_partitions"] for part in one["partitions"])

    def admin_delete_groups(self, groups):
        answer = self.admin.delete_groups(groups)
        for name in answer.values():
            if name != "OK":
                check(getattr(errors, name))

    def admin_group_offsets(self, group):
        found = self.admin.list_group_offsets({group: None})[group]
        return sorted([where.topic, where.partition, one.offset] for where, one in found.items())

    def admin_alter_group_offsets(self, group, offsets):
        wanted = {TopicPartition(topic, number): OffsetAndMetadata(at, "", -1) for topic, number, at in offsets}
        for error in self.admin.alter_group_offsets(group, wanted).values():
            check(error)
